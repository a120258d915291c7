package dev.darkroom.api.v1;

import dev.darkroom.api.web.ApiSettings;
import dev.darkroom.generation.Delivery;
import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.generation.Quoted;
import dev.darkroom.job.JobState;
import dev.darkroom.job.Jobs;
import dev.darkroom.job.Jobs.JobPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of jobs, page by page. */
@RestController
@Tag(name = "jobs")
class JobListController {

    private final Jobs jobs;
    private final JobViews views;
    private final ApiSettings settings;

    JobListController(Jobs jobs, JobViews views, ApiSettings settings) {
        this.jobs = jobs;
        this.views = views;
        this.settings = settings;
    }

    @GetMapping(path = "/api/v1/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "List jobs",
            description =
                    "A page, newest first. Give next_cursor as cursor for the next one; there is none on the last page."
                            + " Pictures come by URL here, whatever their request asked for.")
    JobPageView list(
            @Parameter(description = "Only jobs in this state", example = "succeeded")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "Jobs on the page, at most the setting darkroom.api.page-size")
                    @RequestParam(defaultValue = "20")
                    int limit,
            @Parameter(description = "next_cursor of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            HttpServletRequest request) {
        if (limit < 1 || limit > settings.pageSize()) {
            throw new InvalidRequestException(
                    "limit", "is " + limit + "; give a whole number from 1 to " + settings.pageSize());
        }
        JobPage page = jobs.list(state(state), limit, JobController.emptyToNull(cursor));
        List<JobView> shown = page.jobs().stream()
                .map(job -> views.of(job, Caller.base(request), Delivery.URL))
                .toList();
        return new JobPageView(shown, page.nextCursor());
    }

    private static @Nullable JobState state(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return Arrays.stream(JobState.values())
                .filter(state -> JobViews.name(state).equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        "state", "is " + Quoted.of(name) + "; give one of " + String.join(", ", names())));
    }

    private static List<String> names() {
        return Arrays.stream(JobState.values()).map(JobViews::name).toList();
    }
}
