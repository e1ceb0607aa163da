package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.isolation.Belongings;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantHost;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Every text that anybody typed, hostile, on every page that shows it, in a browser under the policy of the product: no script runs, none
 * is held back by the policy, for none gets that far, and nothing is taken for an expression. The pages are found by following the links
 * of those that need no more than a conference.
 */
class ScriptsInTextsIT extends Journey {
    private static final String PASSWORD = "robots-walk-the-alps";

    /** How many pages of one handler are looked at: each takes some time. */
    private static final int OF_A_KIND = 1;

    private static final Page.NavigateOptions TREE =
            new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED);

    private static final Pattern LOOKS = Pattern.compile(".*\\.(css|woff2?)$");

    private static final String WATCH = """
            window.seen = [];
            window.hostile = () => window.seen.push("a script ran");
            document.addEventListener("securitypolicyviolation", e => window.seen.push(
                "the policy held back " + e.violatedDirective + " of " + e.blockedURI + " " + e.sourceFile + ":" + e.lineNumber));""";

    private static final String LOOK = """
            evaluated => {
                const found = [...window.seen];
                const foreign = "[onerror], [onload], img[src='x'], script:not([src]):not([type='application/json'])";
                document.querySelectorAll(foreign).forEach(e => found.push("markup: " + e.outerHTML.slice(0, 200)));
                document.querySelectorAll("a[href], form[action]").forEach(e => {
                    if (/^(javascript|data):/i.test(e.href || e.action)) found.push("an address: " + e.outerHTML.slice(0, 200));
                });
                const all = document.documentElement.outerHTML;
                if (all.includes(evaluated)) found.push("an expression was evaluated");
                return {found, shows: all.includes("hostile()"),
                    links: [...document.links].map(link => link.href.split("#")[0])};
            }""";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;
    private Http api;
    private String conference;
    private String mark;
    private String guest;
    private final List<String> begin = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final List<String> found = new ArrayList<>();
    private final Set<String> showed = new TreeSet<>();

    /** Pages that one handler draws. */
    private record Kind(boolean ofTenants, PathPattern pattern) {
        boolean draws(boolean tenants, String path) {
            return tenants == ofTenants && pattern.matches(PathContainer.parsePath(path));
        }
    }

    @BeforeEach
    void anOrganizationWithSomethingOfEverything() {
        tenant = aTenant();
        api = owner(tenant);
        var belongings = Belongings.of(api, anonymous(tenant));
        conference = belongings.conference();
        mark = belongings.mark();
        guest = "ada@" + tenant.slug() + ".example";
        var here = "/api/v1/conferences/" + conference;
        everything(here);
        kinds();
    }

    @Test
    void noTextThatAnybodyTypedIsAnythingButText() {
        var email = "owner@" + tenant.slug() + ".example";
        var account = accounts.createOperator("Mona Müller", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var texts = new HostileTexts(jdbc, tenant, mark);
        texts.write();
        api.patch("/api/v1/tenant", Map.of("name", "Society" + HostileTexts.HOSTILE));

        var screen = browsing.desktop("en");
        var site = "http://" + tenant.slug() + ".localhost:" + platform().port();
        screen.open(site + "/manage").fill("email", email, "password", PASSWORD).submit();
        screen.page().addInitScript(WATCH);
        // how it looks is not looked at, and takes most of the time
        screen.page().route(LOOKS, Route::abort);
        visit(screen.page(), site);
        mails(screen.page());

        assertThat(found).isEmpty();
        assertThat(texts.written()).hasSizeGreaterThan(30);
        assertThat(showed).as("pages that show some of it").hasSizeGreaterThan(150);
        browsing.assertQuiet();
    }

    /** In a page that has no policy. */
    private void mails(Page page) {
        var before = inbox().mails(guest).size();
        made(anonymous(tenant)
                .post("/api/v1/conferences/" + conference + "/order-links", Map.of("email", guest, "locale", "en")));
        eventually("the links are mailed", () -> inbox().mails(guest).size() > before);
        page.navigate("about:blank");
        for (var mail : inbox().mails(guest)) {
            page.setContent(mail.html());
            look(page, "the mail " + mail.subject());
        }
        assertThat(showed).anyMatch(shown -> shown.startsWith("the mail "));
    }

    @SuppressWarnings("unchecked")
    private void visit(Page page, String site) {
        var platform = "http://localhost:" + platform().port();
        var waiting = new ArrayDeque<String>();
        begin.forEach(path -> waiting.add(site + path));
        for (var kind : kinds) {
            var path = kind.pattern()
                    .getPatternString()
                    .replace("{conference}", conference)
                    .replace("/operator/tenants/{slug}", "/operator/tenants/" + tenant.slug());
            if (!path.contains("{") && !path.contains("*")) waiting.add((kind.ofTenants() ? site : platform) + path);
        }
        var visited = new LinkedHashMap<Kind, Integer>();
        var known = new TreeSet<String>();
        while (!waiting.isEmpty()) {
            var address = waiting.poll();
            if (!known.add(address)) continue;
            var kind = kind(address, site, platform);
            if (kind == null || visited.merge(kind, 1, Integer::sum) > OF_A_KIND) continue;
            if (isPage(page, address))
                waiting.addAll((List<String>) look(page, address).get("links"));
        }
    }

    /** What is a file to keep is none. */
    private static boolean isPage(Page page, String address) {
        try {
            var type = page.navigate(address, TREE).headers().getOrDefault("content-type", "");
            return type.startsWith("text/html");
        } catch (PlaywrightException e) {
            if (e.getMessage().contains("Download is starting")) return false;
            throw e;
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> look(Page page, String address) {
        var seen = (Map<String, Object>) page.evaluate(LOOK, HostileTexts.EVALUATED);
        ((List<String>) seen.get("found")).forEach(what -> found.add(address + ": " + what));
        if (seen.get("shows").equals(true)) showed.add(address);
        return seen;
    }

    private Kind kind(String address, String site, String platform) {
        var ours = address.startsWith(site + "/");
        if (!ours && !address.startsWith(platform + "/")) return null;
        var path = URI.create(address).getRawPath();
        return kinds.stream().filter(kind -> kind.draws(ours, path)).findFirst().orElse(null);
    }

    /** What signs out or in elsewhere ends the visit, and files are no pages. */
    private void kinds() {
        mappings.getHandlerMethods().forEach((info, handler) -> {
            var type = handler.getBeanType();
            var methods = info.getMethodsCondition().getMethods();
            var tenants = AnnotatedElementUtils.hasAnnotation(type, TenantHost.class);
            if (AnnotatedElementUtils.hasAnnotation(type, RestController.class)
                    || !tenants && !AnnotatedElementUtils.hasAnnotation(type, PlatformHost.class)
                    || !methods.isEmpty() && !methods.contains(RequestMethod.GET)) return;
            for (var pattern : info.getPathPatternsCondition().getPatterns())
                if (!pattern.getPatternString().matches("/(dev|logout|signed-out|api|login/with).*|.*\\.css"))
                    kinds.add(new Kind(tenants, pattern));
        });
        kinds.sort(Comparator.comparing(Kind::pattern, PathPattern.SPECIFICITY_COMPARATOR));
    }

    private void everything(String here) {
        made(api.put(here + "/registration-form", """
                {"sections": [{"key": "you", "title": "About you", "help": "Some help", "fields": [
                  {"key": "name", "type": "text", "label": "Your name", "help": "As in your passport", "required": true},
                  {"key": "more", "type": "long_text", "label": "Any more", "required": false},
                  {"key": "dinner", "type": "choice", "label": "The dinner", "required": false, "options": [
                    {"key": "yes", "label": "Oh yes"}, {"key": "no", "label": "No thanks"}]}]}]}"""));
        made(api.post(here + "/vouchers", """
                {"code": "EARLY", "effect": "percent", "percent": 10, "uses": 5, "label": "For the early"}"""));
        made(api.post(here + "/quotas", """
                {"key": "all", "name": "All of them", "size": 100, "members": {"everybody": true}}"""));
        made(api.post(here + "/bodies/usual", "{}"));
        var body = api.get(here + "/bodies").expect(200).text("/items/0/id");
        made(api.post(here + "/bodies/" + body + "/members", """
                {"name": "Li Na", "email": "li@example.org", "is_chair": true}"""));
        made(api.put("/api/v1/tenant/pages/travel", """
                {"title": "Getting there", "text": "Take **line 6** to [the hall](https://example.org/the hall).\\n\\n* a b", "place": "menu", "status": "published"}"""));
        made(api.put(here + "/pages/travel", """
                {"title": "Getting there", "text": "Take **line 6**.", "place": "menu", "status": "published"}"""));
        made(api.post(
                "/api/v1/members",
                Map.of("name", "Max Muster", "email", "max@" + tenant.slug() + ".example", "role", "finance")));
        made(api.post("/api/v1/api-clients", Map.of("name", "Our sync", "description", "Every night")));
        made(api.put(here + "/payment-ways", """
                {"card": true, "bank_transfer": true, "account": {"holder": "Society of Looms", "iban": "DE89370400440532013000",
                 "bic": "COBADEFFXXX", "bank": "A Bank", "details": "In one sum"}, "days": 10}"""));
        made(api.post(
                here + "/agreements", Map.of("kind", "other", "supplier", "Great Hall", "note", "Still to sign")));
        for (var name : List.of("Ada Lovelace", "Grace Hopper")) {
            var order = anonymous(tenant)
                    .post(
                            here + "/orders",
                            Map.of(
                                    "contact",
                                            Map.of(
                                                    "name",
                                                    name,
                                                    "email",
                                                    guest,
                                                    "country",
                                                    "DE",
                                                    "organization",
                                                    "Some Works",
                                                    "address",
                                                    Map.of(
                                                            "street",
                                                            "1 Road",
                                                            "postal_code",
                                                            "1 234",
                                                            "city",
                                                            "New Town"),
                                                    "purchase_order",
                                                    "P 1"),
                                    "delegates",
                                            List.of(Map.of(
                                                    "fee",
                                                    "free",
                                                    "answers",
                                                    Map.of("name", name, "more", "I like it", "dinner", "yes")))));
            made(order);
            begin.add("/c/" + conference + "/orders/" + order.text("/code") + "?secret=" + order.text("/secret"));
        }
        made(anonymous(tenant).post(here + "/submissions", """
                {"title": "On looms", "abstract": "They are great.", "keywords": ["big looms"], "track": "main",
                 "authors": [{"name": "Li Na", "email": "li@example.org", "affiliation": "Some Works", "country": "DE", "corresponding": true}]}"""));
    }

    private static void made(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    }
}
