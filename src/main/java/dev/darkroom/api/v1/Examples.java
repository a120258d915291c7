package dev.darkroom.api.v1;

/** Requests that work as they stand with the embedded model; the API description shows them. */
final class Examples {

    static final String SMILEY = """
            {"prompt": "a smiley face", "seed": 42, "steps": 20}""";

    static final String FOUR = """
            {"prompt": "a red heart on a white background", "count": 4, "seed": 7, "steps": 12, "output": {"as": "url"}}""";

    static final String HEART = """
            {
              "prompt": "a red heart on a white background",
              "negative_prompt": "blue",
              "seed": 7,
              "steps": 20,
              "guidance_scale": 4.0,
              "sampler": "dpmpp_2m",
              "schedule": "karras",
              "width": 128,
              "height": 128,
              "output": {"format": "png", "as": "base64"},
              "labels": {"note": "for the card"}
            }""";

    /** Starts from a plain yellow picture of 8 x 8 pixels. */
    static final String FROM_PICTURE = """
            {
              "prompt": "a smiley face",
              "image": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mP4f50BK2IYWhIAKTp1gauHiA8AAAAASUVORK5CYII=",
              "strength": 0.8,
              "seed": 42,
              "steps": 20
            }""";

    static final String FILM = """
            {"prompt": "a smiley face", "seed": 42, "steps": 20, "trajectory": true}""";

    /** A picture of 8 x 8 pixels. */
    static final String FORWARD = """
            {
              "image": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mP4f50BK2IYWhIAKTp1gauHiA8AAAAASUVORK5CYII=",
              "timesteps": [0, 250, 500, 750, 999],
              "seed": 42
            }""";

    /** The same picture, noised as the papers show it. */
    static final String FORWARD_PIXELS = """
            {
              "image": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mP4f50BK2IYWhIAKTp1gauHiA8AAAAASUVORK5CYII=",
              "space": "pixel",
              "timesteps": [100, 300, 600],
              "seed": 42,
              "width": 64,
              "height": 64
            }""";

    /** A prompt that changes with the step. */
    static final String EDITED = """
            {
              "prompt": "a [red:yellow:0.2] smiley face on a (green:1.3) background",
              "seed": 42,
              "steps": 20
            }""";

    /** A plain picture whose notes say that it shows a smiley: the answer is that it differs, and how much. */
    static final String REPRODUCE = """
            {"image": "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAhnRFWHRkYXJrcm9vbQB7InZlcnNpb24iOiIwLjEuMCIsInBsYWNlbWVudCI6ImZwMzIgb24gY3B1IiwicmVxdWVzdCI6eyJwcm9tcHQiOiJhIHNtaWxleSBmYWNlIiwic2VlZCI6NDIsInN0ZXBzIjo0LCJ3aWR0aCI6NjQsImhlaWdodCI6NjR9fVWzc2MAAABlSURBVHhe7c8xDQAhAMBAQM37l4IcJvY30JDcjd06z/7Gy9Y/vMZAzUDNQM1AzUDNQM1AzUDNQM1AzUDNQM1AzUDNQM1AzUDNQM1AzUDNQM1AzUDNQM1AzUDNQM1AzUDNQM1A7QKAYAJ0itcHgAAAAABJRU5ErkJggg=="}""";

    /** How probable the picture is. */
    static final String LIKELIHOOD = """
            {
              "image": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mP4f50BK2IYWhIAKTp1gauHiA8AAAAASUVORK5CYII=",
              "probes": 2,
              "tolerance": 0.01,
              "seed": 42
            }""";

    /** A face of 64 x 64 pixels; its mouth is painted anew. */
    static final String INPAINT = """
            {
              "prompt": "a sad yellow smiley on a blue background",
              "image": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAEAAAABAAgMAAADXB5lNAAAACVBMVEUeWtz61yg8FApGtMpEAAAA30lEQVR42tWSsXHFIBBEHxjllOD8N0EJSlSlHfzIMVW4CSXkYgYHCxxjj0LP2BeJp7vdWyT4W3Uc/cH3Mxwr2AD2BeyTCjh1pwmCQJwgCoQJkoAbwI1lUgdhgGiLWXnTVKvX6A6bxDTiAsRk3gQH6RoazhTTjct3EOwUR0dtkMsy0iqUvGo84boX/RVQ7VRuR7a0ftumVC5AnuEChLqGc4ldaV+A85Xz8eCD9qmOAgWaFui2V+bdbCtwvqkVj3wByGNEl6cXvkegjwrUGa2DZhLd9gnj2gWuSX/+/P+nvgAlMjNzZoqrZwAAAABJRU5ErkJggg==",
              "mask": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAEAAAABAAQAAAACCEkxzAAAAHUlEQVR42mNgGAUIwMjA8J+BgYGRgQkmMoQYAwIAU4kBKi49RWIAAAAASUVORK5CYII=",
              "inpaint": {"mask_blur": 2, "fill": "blurred"},
              "strength": 0.9,
              "seed": 7,
              "steps": 20
            }""";

    /** The same face goes on by 32 pixels on either side. */
    static final String OUTPAINT = """
            {
              "prompt": "a yellow smiley face on a blue background",
              "image": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAEAAAABAAgMAAADXB5lNAAAACVBMVEUeWtz61yg8FApGtMpEAAAA30lEQVR42tWSsXHFIBBEHxjllOD8N0EJSlSlHfzIMVW4CSXkYgYHCxxjj0LP2BeJp7vdWyT4W3Uc/cH3Mxwr2AD2BeyTCjh1pwmCQJwgCoQJkoAbwI1lUgdhgGiLWXnTVKvX6A6bxDTiAsRk3gQH6RoazhTTjct3EOwUR0dtkMsy0iqUvGo84boX/RVQ7VRuR7a0ftumVC5AnuEChLqGc4ldaV+A85Xz8eCD9qmOAgWaFui2V+bdbCtwvqkVj3wByGNEl6cXvkegjwrUGa2DZhLd9gnj2gWuSX/+/P+nvgAlMjNzZoqrZwAAAABJRU5ErkJggg==",
              "outpaint": {"left": 32, "right": 32, "feather": 8},
              "seed": 7,
              "steps": 20
            }""";

    private Examples() {}
}
