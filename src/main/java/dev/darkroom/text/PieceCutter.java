package dev.darkroom.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a prompt into the pieces that are encoded one by one. Immutable. */
final class PieceCutter {

    /** English contractions, words, single digits, runs of anything else; in normalised text the only space is a blank. */
    private static final Pattern PIECE = Pattern.compile("'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^ \\p{L}\\p{N}]+");

    private final SpecialTokens asWritten;
    private final SpecialTokens afterNormalization;

    /**
     * @param asWritten tokens looked for in the text as the user wrote it
     * @param afterNormalization tokens looked for in the normalised text
     */
    PieceCutter(SpecialTokens asWritten, SpecialTokens afterNormalization) {
        this.asWritten = asWritten;
        this.afterNormalization = afterNormalization;
    }

    /** The pieces of any text; halves of surrogate pairs become the replacement character. */
    List<Piece> cut(String text) {
        List<Piece> pieces = new ArrayList<>();
        boolean afterBlank = false;
        for (SpecialTokens.Part written : asWritten.cut(wellFormed(text))) {
            if (written.id() != null) {
                pieces.add(new Piece(written.text(), written.id(), afterBlank));
                afterBlank = false;
                continue;
            }
            for (SpecialTokens.Part part : afterNormalization.cut(NormalizedText.of(written.text()))) {
                if (part.id() != null) {
                    pieces.add(new Piece(part.text(), part.id(), afterBlank));
                } else {
                    addOrdinary(pieces, part.text(), afterBlank);
                }
                afterBlank = part.text().endsWith(" ");
            }
        }
        return pieces;
    }

    private static void addOrdinary(List<Piece> pieces, String text, boolean afterBlank) {
        boolean blank = afterBlank;
        int end = 0;
        for (Matcher found = PIECE.matcher(text); found.find(); end = found.end()) {
            pieces.add(Piece.ordinary(found.group(), blank || found.start() > end));
            blank = false;
        }
    }

    private static String wellFormed(String text) {
        StringBuilder repaired = new StringBuilder(text);
        for (int i = 0; i < repaired.length(); i++) {
            if (!Character.isSurrogate(repaired.charAt(i))) {
                continue;
            }
            if (Character.isSupplementaryCodePoint(repaired.codePointAt(i))) {
                i++;
            } else {
                repaired.setCharAt(i, '\uFFFD');
            }
        }
        return repaired.toString();
    }
}
