package dev.darkroom.api.problem;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The pages behind the types of problems, for people and for programs. */
@RestController
@RequestMapping("/problems")
@Tag(name = "problems", description = "What the types of problems mean")
class ProblemPages {

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "List problem types",
            description = "Every type of problem, its status and what to do about it.")
    List<Page> list() {
        return Arrays.stream(ProblemType.values()).map(Page::of).toList();
    }

    @GetMapping(path = "/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Explain a problem type", description = "What it means and what to do about it. In HTML, too.")
    @ApiResponse(responseCode = "200", description = "The page", useReturnTypeSchema = true)
    Page page(@Parameter(example = "unknown-model") @PathVariable String name) {
        return Page.of(type(name));
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    @Hidden
    String listHtml() {
        StringBuilder items = new StringBuilder();
        for (ProblemType type : ProblemType.values()) {
            items.append("<li><a href=\"%s\">%s</a> (%d)</li>"
                    .formatted(type.type(), HtmlUtils.htmlEscape(type.title()), type.status()));
        }
        return html("Problems", "<ul>" + items + "</ul>");
    }

    @GetMapping(path = "/{name}", produces = MediaType.TEXT_HTML_VALUE)
    @Hidden
    String pageHtml(@PathVariable String name) {
        ProblemType type = type(name);
        String body =
                "<p>%s</p><p class=\"quiet\">HTTP %d &middot; <code>%s</code> &middot; <a href=\"/problems\">all problems</a></p>"
                        .formatted(HtmlUtils.htmlEscape(type.remedy()), type.status(), type.type());
        return html(type.title(), body);
    }

    private static ProblemType type(String name) {
        return ProblemType.ofSlug(name)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "there is no problem type of this name; GET /problems lists them all"));
    }

    private static String html(String title, String body) {
        String safe = HtmlUtils.htmlEscape(title);
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%s - Darkroom</title>
                <link rel="stylesheet" href="/darkroom.css">
                <main><h1>%s</h1>%s</main>
                </html>
                """.formatted(safe, safe, body);
    }

    /**
     * A type of problem.
     *
     * @param type its address
     * @param title what kind of problem it is
     * @param status HTTP status
     * @param remedy what it means and what to do about it
     */
    @Schema(name = "ProblemPage")
    public record Page(String type, String title, int status, String remedy) {

        static Page of(ProblemType type) {
            return new Page(type.type(), type.title(), type.status(), type.remedy());
        }
    }
}
