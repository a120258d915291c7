package dev.darkroom.evaluation;

import dev.darkroom.image.Picture;
import java.util.List;
import java.util.Map;

/** Makes pictures of prompts. */
public interface Painter {

    /**
     * Pictures of a prompt, with the seeds from the first one on.
     *
     * @throws dev.darkroom.pipeline.GenerationCancelledException when the monitor asked for it
     */
    List<Picture> paint(String prompt, long firstSeed, int count);

    /** How they are made, for the report: model, steps, guidance and so on. */
    Map<String, Object> settings();
}
