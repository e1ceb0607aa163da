package org.plenary.identity.apidoc;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.servers.ServerVariable;
import io.swagger.v3.oas.models.servers.ServerVariables;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.identity.Permission;
import org.plenary.kernel.LocalizedText;
import org.plenary.tenancy.Urls;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** What the document of the API says of itself, and how the values of all its calls look. Its calls are read from the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
    static final String OAUTH = "oauth2";

    private static final String MONEY = "#/components/schemas/Money";
    private static final String ANY_JSON = "Any JSON.";
    private static final String TEXT = "A text that is the same in every language, or an object of language tags and"
            + " texts, such as {\"en\": \"Dinner\", \"zh-CN\": \"晚宴\"}.";

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(Money.class, new Schema<>().$ref(MONEY))
                .replaceWithSchema(CurrencyUnit.class, currency())
                .replaceWithSchema(
                        ZoneId.class,
                        new StringSchema().description("An IANA time zone.").example("Europe/Berlin"))
                .replaceWithSchema(
                        Locale.class,
                        new StringSchema().description("A language tag.").example("zh-CN"))
                .replaceWithSchema(JsonNode.class, new Schema<>().description(ANY_JSON))
                .replaceWithSchema(LocalizedText.class, new Schema<>().description(TEXT));
    }

    /** Whether it may hold more than an object. */
    static boolean isAnything(Schema<?> schema) {
        return ANY_JSON.equals(schema.getDescription()) || TEXT.equals(schema.getDescription());
    }

    private static Schema<?> money() {
        return new ObjectSchema()
                .description("An amount of money.")
                .addProperty(
                        "amount",
                        new StringSchema()
                                .pattern("^-?[0-9]+([.][0-9]+)?$")
                                .description("A decimal text with the currency's own number of digits.")
                                .example("120.00"))
                .addProperty("currency", currency())
                .required(List.of("amount", "currency"));
    }

    private static Schema<?> currency() {
        return new StringSchema().pattern("^[A-Z]{3}$").description("ISO 4217.").example("EUR");
    }

    @Bean
    OpenAPI openApi(Urls urls, MessageSource messages) {
        var components = new Components().addSecuritySchemes(OAUTH, tokens(urls, messages));
        components.addSchemas("Money", money());
        SharedAnswers.describe(components);
        return new OpenAPI()
                .info(new Info()
                        .title("Plenary API")
                        .version("v1")
                        .description(
                                "Everything that a person can do on the pages, for programs. Each organization has its own"
                                        + " host; tokens are issued on the platform host at /oauth2/token. Requests are"
                                        + " limited for each client: every answer says in `RateLimit` what is left."))
                .servers(servers(urls))
                .components(components);
    }

    private static List<Server> servers(Urls urls) {
        var platform = urls.platform("").toString();
        return List.of(
                new Server()
                        .url(platform.replace("://", "://{organization}."))
                        .description("An organization")
                        .variables(new ServerVariables()
                                .addServerVariable(
                                        "organization",
                                        new ServerVariable()
                                                ._default("organization")
                                                .description("The first label of the organization's host."))),
                new Server().url(platform).description("The platform: sign-up, tokens and operators"));
    }

    private static SecurityScheme tokens(Urls urls, MessageSource messages) {
        var scopes = new Scopes();
        for (var permission : Permission.values()) {
            if (permission == Permission.LODGING_HOTEL || permission == Permission.PAPERS_REVIEW) continue;
            var key = "identity.scope." + permission.scope().replace(':', '-');
            scopes.addString(permission.scope(), messages.getMessage(key, null, "Run the platform", Locale.ENGLISH));
        }
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .flows(new OAuthFlows()
                        .clientCredentials(new OAuthFlow()
                                .tokenUrl(urls.platform("/oauth2/token").toString())
                                .scopes(scopes)));
    }

    @Bean
    ModelResolver schemas(ObjectMapperProvider mappers) {
        var mapper = mappers.jsonMapper().copy();
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(mapper, new SchemaNames());
    }
}
