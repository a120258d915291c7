package dev.darkroom.api.docs;

import dev.darkroom.api.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of the whole API: its name, and the problems that any call can end with. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final Map<String, String> ANY_CALL =
            Map.of("400", "Malformed or invalid; errors names every field", "500", "Our bug; report it with trace_id");
    private static final Map<String, String> WITH_ID = Map.of("404", "There is no such thing");
    private static final Map<String, String> WITH_BODY = Map.of(
            "404", "There is no such model",
            "408", "The body came too slowly",
            "413", "The body is too large",
            "415", "The body's type is not understood",
            "422", "Fields make no sense together or with the model, or the idempotency key was used with another body",
            "503", "The queue is full; Retry-After says for how long");

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Darkroom")
                        .version("1")
                        .description(
                                "Pictures from prompts, by diffusion models. Errors are problem documents (RFC 9457).")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")));
    }

    @Bean
    OpenApiCustomizer problemResponses() {
        return api -> {
            ModelConverters.getInstance().readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().values().stream()
                    .map(PathItem::readOperations)
                    .flatMap(List::stream)
                    .forEach(ApiDescription::addProblems);
        };
    }

    private static void addProblems(Operation operation) {
        ANY_CALL.forEach((status, description) -> add(operation, status, description));
        boolean withId = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "path".equals(parameter.getIn()));
        if (withId) {
            WITH_ID.forEach((status, description) -> add(operation, status, description));
        }
        if (operation.getRequestBody() != null) {
            WITH_BODY.forEach((status, description) -> add(operation, status, description));
        }
    }

    private static void add(Operation operation, String status, String description) {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        Content content = new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(problem));
        operation
                .getResponses()
                .addApiResponse(
                        status, new ApiResponse().description(description).content(content));
    }
}
