package org.plenary.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantHost;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Asks everything that can be asked by a parameter in an address with what is no sensible answer to it. It finds the addresses and
 * their parameters by itself: those of handlers, and the fields of forms that ask.
 */
class HostileQueriesIT extends PlenaryIT {
    private static final Duration SOON = Duration.ofSeconds(5);
    /** That shows its page again, with what was asked in the address. */
    private static final Pattern FORM = Pattern.compile("<form[^>]* method=\"get\"[^>]*>(.*?)</form>", Pattern.DOTALL);

    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)[^>]* name=\"([^\"]+)\"");
    private static final String PASSWORD = "four unrelated words";

    /** Each time others, as many as take no long time. */
    private static final Map<String, Integer> TRIED = Map.of("q", 24, "after", 6, "before", 6);

    private static final int OF_OTHERS = 2;

    private static final List<String> HOSTILE = List.of(
            "'",
            "\"",
            "\\",
            "%",
            "_",
            "*",
            "?",
            "* OR *",
            "*:*",
            "tenant:* OR conference:*",
            "_id:* OR _source:* OR _exists_:title",
            "{\"match_all\":{}}",
            "\"}},{\"wildcard\":{\"title\":\"*\"}},{\"x\":{\"y\":\"",
            "/.*/ OR /(a+)+$/",
            "[* TO *] {* TO *}",
            "title:(\"unclosed",
            "(".repeat(1_000) + "a" + ")".repeat(1_000),
            "-a +b ~c^99999999999 d~99999",
            "x' OR '1'='1",
            "'; DROP TABLE orders; --",
            "\" UNION SELECT slug FROM control.tenant --",
            "1); SELECT pg_sleep(10); --",
            "name DESC; SELECT pg_sleep(10)",
            "${jndi:ldap://127.0.0.1/x} ${7*7} #{7*7} __${T(java.lang.Runtime)}__::x",
            "<script>alert(1)</script>",
            "\u0000",
            "a\u0000b",
            "\u202e\ufffe\uffff\u0007",
            "\ud83d\ude00".repeat(300),
            "x".repeat(5_000),
            "a ".repeat(2_000),
            "a,".repeat(1_000),
            "*".repeat(500) + "a",
            "-1",
            "0",
            "2147483647",
            "2147483648",
            "-9223372036854775809",
            "1e999999999",
            "NaN",
            "+999999999-12-31",
            "-999999999-01-01",
            "2027-02-30",
            "294277-01-01T00:00:00Z",
            "null",
            "[]",
            "../../../etc/passwd",
            cursor("NaN 00000000-0000-0000-0000-000000000000"),
            cursor("1e999 x"),
            cursor("[1,2,3]"),
            cursor("\u0000'|\"|2027-02-30|+999999999-12-31T00:00:00Z"),
            cursor("+1000000000-12-31T23:59:59.999999999Z 00000000-0000-0000-0000-000000000000"),
            "00000000-0000-0000-0000-000000000000");

    /** Encoded already: halves of characters, and what is no text at all. */
    private static final List<String> BROKEN = List.of("%ED%A0%80", "%FF%FE", "%C0%AE%C0%AE%2F");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private Accounts accounts;

    private Tenant ours;
    private Http owner;
    private Browser browser;
    private Belongings belongings;
    private Belongings theirs;
    private int turn;

    private record Asked(String path, Set<String> parameters, boolean isApi) {}

    @BeforeEach
    void twoTenants() {
        ours = aTenant();
        owner = owner(ours);
        belongings = Belongings.of(owner, anonymous(ours));
        var other = aTenant();
        theirs = Belongings.of(owner(other), anonymous(other));
        browser = new Browser();
        var email = "curious-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Cato Curious", email, quickHash(PASSWORD));
        Tenancy.runAs(ours, () -> accounts.grantOwner(account));
        browser.submit(page("/manage?lang=en"), "/login", Map.of("email", email, "password", PASSWORD));
    }

    @Test
    void whateverIsAskedForIsAnsweredAndShowsNothingOfAnother() {
        var found = new ArrayList<String>();
        var asked = asked();

        for (var each : asked)
            for (var parameter : each.parameters())
                for (var value : values(parameter)) {
                    var address =
                            each.path() + "?" + URLEncoder.encode(parameter, StandardCharsets.UTF_8) + "=" + value;
                    var started = System.nanoTime();
                    var answer = answer(each, address);
                    var took = Duration.ofNanos(System.nanoTime() - started);
                    if (answer.status() >= 500 || answer.status() == 429) found.add(answer.status() + " at " + address);
                    if (theirs.isShownIn(answer.body())) found.add("theirs is shown at " + address);
                    if (took.compareTo(SOON) > 0) found.add(took.toSeconds() + " seconds at " + address);
                }

        assertThat(asked).hasSizeGreaterThan(80).anyMatch(Asked::isApi).anyMatch(each -> !each.isApi());
        assertThat(found).isEmpty();
    }

    private record Answer(int status, String body) {}

    private Answer answer(Asked asked, String address) {
        if (asked.isApi()) {
            var answer = owner.get(address);
            return new Answer(answer.status(), answer.body());
        }
        var view = page(address);
        return new Answer(view.status(), view.body());
    }

    private Browser.View page(String path) {
        return browser.open("http://" + ours.slug() + ".localhost:" + owner.port() + path);
    }

    /** Some of all, each time others; and of words of the other organization all. */
    private List<String> values(String parameter) {
        var all = new ArrayList<String>();
        HOSTILE.forEach(value -> all.add(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        all.addAll(BROKEN);
        var most = Boolean.getBoolean("plenary.hostile.all") ? all.size() : TRIED.getOrDefault(parameter, OF_OTHERS);
        var some = new ArrayList<String>();
        for (var i = 0; i < most; i++) some.add(all.get(turn++ % all.size()));
        if (parameter.equals("q")) some.addAll(wordsOfTheirs());
        return some;
    }

    /** Cut off, so that a page that repeats the question does not show the whole. */
    private List<String> wordsOfTheirs() {
        var mark = theirs.mark().substring(0, theirs.mark().length() - 4);
        return List.of(
                mark, mark + "*", "*" + mark.substring(4) + "*", "%2F" + mark + ".*%2F", mark + "~2", mark + "%25");
    }

    private List<Asked> asked() {
        var found = new ArrayList<Asked>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (!AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), TenantHost.class)) return;
            if (!info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) return;
            for (var pattern : info.getPatternValues()) {
                var path = pattern.replace("{conference}", belongings.conference());
                var parameters = declared(handler);
                var isApi = pattern.startsWith("/api/");
                if (!isApi && !path.contains("{")) parameters.addAll(fields(path));
                if (!parameters.isEmpty())
                    found.add(new Asked(belongings.paths(pattern).getFirst(), parameters, isApi));
            }
        });
        return found;
    }

    private static Set<String> declared(HandlerMethod handler) {
        var names = new DefaultParameterNameDiscoverer().getParameterNames(handler.getMethod());
        var found = new LinkedHashSet<String>();
        Arrays.stream(handler.getMethodParameters()).forEach(parameter -> {
            var asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked == null || Map.class.isAssignableFrom(parameter.getParameterType())) return;
            found.add(asked.name().isEmpty() ? names[parameter.getParameterIndex()] : asked.name());
        });
        return found;
    }

    private Set<String> fields(String path) {
        var found = new LinkedHashSet<String>();
        var form = FORM.matcher(page(path).body());
        while (form.find()) {
            var field = FIELD.matcher(form.group(1));
            while (field.find()) found.add(field.group(1));
        }
        return found;
    }

    private static String cursor(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
