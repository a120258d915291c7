package dev.darkroom.api.v1;

/** A request for each task that works as it stands with the embedded model; the API description shows them. */
final class TaskExamples {

    /** Near another picture. */
    static final String VARIATION = """
            {"prompt": "a smiley face", "seed": 42, "steps": 20, "count": 4, "variation": {"seed": 1, "strength": 0.3}}""";

    /** A second pass at twice the size. */
    static final String HIRES = """
            {"prompt": "a smiley face", "seed": 42, "steps": 20, "hires": {"scale": 2, "upscaler": "lanczos", "strength": 0.15}}""";

    /** From one picture to another. */
    static final String INTERPOLATION = """
            {
              "prompt": "a smiley face",
              "seed": 42,
              "steps": 20,
              "interpolation": {"to_prompt": "a red heart on a white background", "to_seed": 7, "frames": 6}
            }""";

    /** Copies join without a seam. */
    static final String TILING = """
            {"prompt": "four red hearts on a pink background", "seed": 1, "steps": 20, "tiling": "both"}""";

    /** How guidance is done. */
    static final String GUIDANCE = """
            {
              "prompt": "a smiley face",
              "negative_prompt": "blue",
              "seed": 42,
              "steps": 20,
              "guidance_scale": 8,
              "guidance": {"interval": [0.1, 0.8], "apg": {}}
            }""";

    /** A sampler with options of its own, on levels of the client's choice. */
    static final String SAMPLER = """
            {
              "prompt": "a smiley face",
              "seed": 42,
              "sampler": "heun",
              "sampler_options": {"s_churn": 5, "s_tmax": 3},
              "sigmas": [14.6, 5.4, 2.7, 1.5, 0.9, 0.5, 0.2, 0]
            }""";

    /** Takes noise out of a plain picture that has hardly any. */
    static final String DENOISE = """
            {
              "image": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mP4f50BK2IYWhIAKTp1gauHiA8AAAAASUVORK5CYII=",
              "denoise": {"noise_level": 25},
              "seed": 42,
              "steps": 20
            }""";

    /** Seeks the noise behind a plain picture. */
    static final String INVERSION = """
            {
              "prompt": "a yellow background",
              "image": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mP4f50BK2IYWhIAKTp1gauHiA8AAAAASUVORK5CYII=",
              "inversion": {"iterations": 3},
              "steps": 20
            }""";

    /** An icon of 16 x 16 cells in eight colours, by bit diffusion. */
    static final String ICON = """
            {"model": "darkroom-icons", "label": "ghost", "seed": 3, "steps": 20}""";

    private TaskExamples() {}
}
