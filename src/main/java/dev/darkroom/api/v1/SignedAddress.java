package dev.darkroom.api.v1;

import dev.darkroom.imagestore.UrlSigner.Signature;
import java.util.UUID;

/** The address of a picture that is good without further credentials until it expires. */
final class SignedAddress {

    private SignedAddress() {}

    static String of(UUID job, int index, Signature signature) {
        return Pictures.path(job, index) + "?expires=" + signature.expires() + "&signature=" + signature.value();
    }
}
