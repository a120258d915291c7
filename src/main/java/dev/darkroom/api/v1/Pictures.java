package dev.darkroom.api.v1;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import dev.darkroom.api.web.ApiSettings;
import dev.darkroom.imagestore.ImageStore;
import dev.darkroom.imagestore.StorageException;
import dev.darkroom.imagestore.StoredFile;
import dev.darkroom.imagestore.UrlSigner;
import dev.darkroom.imagestore.UrlSigner.Signature;
import dev.darkroom.job.Job.StoredFilm;
import dev.darkroom.job.Job.StoredImage;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stored pictures: their bytes and their signed addresses. Thread-safe. */
@Component
class Pictures {

    private final ImageStore store;
    private final UrlSigner signer;
    private final ApiSettings settings;

    Pictures(ImageStore store, UrlSigner signer, ApiSettings settings) {
        this.store = store;
        this.signer = signer;
        this.settings = settings;
    }

    /** The file. */
    byte[] read(StoredImage image) {
        return read(image.key(), image.index());
    }

    /** The file. */
    byte[] read(StoredFilm film) {
        return read(film.key(), film.index());
    }

    private byte[] read(String key, int index) {
        StoredFile found = store.open(key).orElseThrow(() -> gone(index));
        try (found) {
            return found.readAll();
        } catch (IOException e) {
            throw new StorageException("The picture " + key + " cannot be read", e);
        }
    }

    /** A signature for the address of a picture, good for a while from now. */
    Signature sign(UUID job, int index) {
        return signer.sign(path(job, index), settings.urlValidity());
    }

    /** Whether the parameters of an address are what {@link #sign} gave out, and still good. */
    boolean signed(UUID job, int index, Signature signature) {
        return signer.verify(path(job, index), signature);
    }

    /** Path of a picture's address. */
    static String path(UUID job, int index) {
        return "/api/v1/jobs/" + job + "/images/" + index;
    }

    static ProblemException gone(int index) {
        return new ProblemException(
                ProblemType.IMAGE_NOT_FOUND,
                "there is no picture " + index + " here; GET the job to see its state and its pictures");
    }
}
