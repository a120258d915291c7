package dev.darkroom.api.v1;

import dev.darkroom.job.Job.StoredImage;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;

/** What a picture is called when somebody saves it. */
final class PictureName {

    private PictureName() {}

    /** Value of {@code Content-Disposition}. */
    static String header(UUID job, StoredImage image) {
        String name = job + "-" + image.index() + "." + image.format().name().toLowerCase(Locale.ROOT);
        return ContentDisposition.inline().filename(name).build().toString();
    }
}
