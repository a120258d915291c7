package dev.darkroom.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of jobs. */
@Schema(name = "JobPage", description = "Jobs, newest first; their pictures by URL")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobPageView(
        List<JobView> jobs,

        @Schema(description = "Give it as cursor to get the next page; absent on the last one")
        @JsonProperty("next_cursor")
        @Nullable
        String nextCursor) {}
