package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.embedded.Kind;
import org.plenary.fulltext.DocumentSource;
import org.plenary.fulltext.DocumentsChanged;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.identity.Permission;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Papers and delegates of two tenants with two conferences each, made by chance and of the same few words, are asked for by chance by
 * people of different rights, among them staff who wrote about half of the papers themselves; every answer is what a plain filter over
 * all that was made says that they may know: hits, totals, counts and later pages, with the index and without. The words are far enough
 * from each other that the index forgives none into another.
 */
class NobodyFindsWhatIsHiddenIT extends PlenaryIT {
    private static final int QUESTIONS = 40;
    private static final int PAGE = 20;
    private static final String PASSWORD = "four unrelated words";
    private static final Pattern COUNT = Pattern.compile("chip-count\">(\\d+)<");

    private static final Pattern CHIP = Pattern.compile("<span>([^<]*)</span><span class=\"chip-count\">(\\d+)<");

    /** A line of the box: a paper's number and where it stands. */
    private static final Pattern STANDS = Pattern.compile("#(\\d+) · ([A-Z][a-z]+) · ");

    private static final Pattern NAMED = Pattern.compile("canary[a-z]{8}");

    private final long seed = Long.getLong("plenary.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<SearchedPlace> places = new ArrayList<>();
    private final Map<Tenant, Browser> organizers = new HashMap<>();

    /** Organizers who handed papers in themselves. */
    private final Map<Tenant, Author> authors = new HashMap<>();

    private record Author(String email, Browser browser) {}

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Json json;

    @Autowired
    private DocumentWriter writer;

    @Autowired
    private List<DocumentSource> sources;

    @Autowired
    private Indexes indexes;

    @Autowired
    private ElasticsearchClient client;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    @AfterEach
    void theIndexIsBack() {
        services().startAgain(Kind.ELASTICSEARCH);
        eventually("the index answers", () -> indexAnswers());
    }

    private boolean indexAnswers() {
        try {
            client.cluster().health();
            return true;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    @Test
    void everyAnswerIsWhatAPlainFilterSays() throws Exception {
        for (var tenant : List.of(aTenant(), aTenant())) {
            organizers.put(tenant, organizer(tenant, "owner-" + Ids.next() + "@example.org"));
            var email = "author-" + Ids.next() + "@example.org";
            authors.put(tenant, new Author(email, organizer(tenant, email)));
            for (var slug : List.of("alpha", "beta")) {
                var place = SearchedPlace.made(tenant, owner(tenant), slug, email, random, jdbc, json);
                places.add(place);
                index(place);
            }
        }

        for (var i = 0; i < QUESTIONS; i++) ask(AskedByChance.by(random), "with the index, ");
        services().stop(Kind.ELASTICSEARCH);
        for (var i = 0; i < QUESTIONS; i++) ask(AskedByChance.by(random), "without the index, ");
    }

    private void index(SearchedPlace place) throws Exception {
        var tenant = place.tenant();
        // the application's own one does its work later
        var synchronizing = new Synchronizing(writer, sources);
        for (var source : sources)
            IndexFixture.as(
                    tenant,
                    () -> synchronizing.on(
                            new DocumentsChanged(tenant.id(), source.kind(), source.idsAfter(null, 500))));
        for (var source : sources) {
            var alias = indexes.shared(source.kind());
            client.indices().refresh(r -> r.index(alias));
        }
    }

    private void ask(AskedByChance asked, String how) {
        var place = places.get(random.nextInt(places.size()));
        var about = how + asked + " of " + place + ", seed " + seed + ": ";
        var tenant = place.tenant();
        var other = places.stream()
                .map(SearchedPlace::tenant)
                .filter(each -> !each.equals(tenant))
                .findFirst()
                .orElseThrow();

        papers(about + "anybody", anonymous(tenant), place, asked, false);
        papers(about + "staff of other things", as(tenant, Permission.REGISTRATION_READ), place, asked, false);
        papers(about + "staff for papers", as(tenant, Permission.PAPERS_READ), place, asked, true);
        delegates(about + "staff for delegates", as(tenant, Permission.REGISTRATION_READ), place, asked);
        for (var refused : List.of(anonymous(tenant), as(tenant, Permission.PAPERS_READ), stranger(other, tenant))) {
            var answer = refused.get(place.api("delegates") + parameters(asked, null));
            assertThat(answer.status()).as(about).isIn(401, 403);
            assertThat(named(answer.body())).as(about).isEmpty();
        }
        var strange = stranger(other, tenant).get(place.api("papers") + parameters(asked, null));
        assertThat(strange.status()).as(about + "staff of somebody else").isIn(401, 403);
        assertThat(named(strange.body())).as(about).isEmpty();
        var page = anonymous(tenant)
                .get("/c/%s/papers%s".formatted(place.slug(), parameters(asked, null)))
                .expect(200);
        page(about + "the public page", asked, page.body(), place.expected(asked.accepted(), false), false);
        var searched = "/manage/conferences/%s/search%s".formatted(place.slug(), parameters(asked, null));
        var staff = organizers.get(tenant).open(urls.tenant(tenant, searched).toString());
        page(about + "the staff's page", asked, staff.body(), place.expected(asked, true), true);
        author(about + "staff who are authors", place, asked, authors.get(tenant), searched);
    }

    /** Of their own papers they learn what all authors know, from hits and counts, in the box and from the numbers. */
    private void author(String about, SearchedPlace place, AskedByChance asked, Author author, String searched) {
        var tenant = place.tenant();
        var expected = place.expected(asked, true, author.email());
        var page = author.browser().open(urls.tenant(tenant, searched).toString());
        page(about, asked, page.body(), expected, true);
        var chips = new HashMap<String, Long>();
        CHIP.matcher(page.body())
                .results()
                .forEach(each -> chips.put(each.group(1).toLowerCase(Locale.ROOT), Long.valueOf(each.group(2))));
        assertThat(chips)
                .as(about + ", by status")
                .containsAllEntriesOf(expected.facets().get("status"));
        var found = "/manage/conferences/%s/search/all?kind=paper&q=%s".formatted(place.slug(), encoded(asked.typed()));
        var stands = new HashMap<String, String>();
        STANDS.matcher(author.browser()
                        .open(urls.tenant(tenant, found).toString())
                        .body())
                .results()
                .forEach(each -> stands.put(each.group(1), each.group(2).toLowerCase(Locale.ROOT)));
        for (var row : place.papers().values())
            if (stands.containsKey(String.valueOf(row.number())))
                assertThat(stands.get(String.valueOf(row.number())))
                        .as(about + ", in the box")
                        .isEqualTo(row.status(author.email()));
        var dashboard = author.browser()
                .open(urls.tenant(tenant, "/manage/conferences/" + place.slug()).toString())
                .body();
        var accepted = place.papers().values().stream()
                .filter(row -> row.status(author.email()).equals("accepted"))
                .count();
        assertThat(dashboard)
                .as(about + ", the numbers")
                .contains(
                        accepted == 0 ? "None accepted yet" : accepted == 1 ? "One accepted" : accepted + " accepted");
    }

    private Http stranger(Tenant other, Tenant tenant) {
        return anonymous(tenant).withToken(token(other));
    }

    private void papers(String about, Http asker, SearchedPlace place, AskedByChance asked, boolean mayReadAll) {
        follow(about, asker, place.api("papers"), asked, place.expected(asked, mayReadAll));
    }

    private void delegates(String about, Http asker, SearchedPlace place, AskedByChance asked) {
        follow(about, asker, place.api("delegates"), asked.ofDelegates(), place.expectedDelegates(asked.ofDelegates()));
    }

    /** All pages of an answer. */
    private static void follow(
            String about, Http asker, String path, AskedByChance asked, SearchedPlace.Expected expected) {
        var found = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var answer = asker.get(path + parameters(asked, after)).expect(200);
            var page = answer.json();
            page.at("/items").forEach(item -> found.add(canary(item)));
            assertThat(page.at("/total").asLong()).as(about + " total").isEqualTo(expected.total());
            assertThat(facets(page.at("/facets"))).as(about + " counts").isEqualTo(expected.facets());
            assertThat(expected.named()).as(about + " anywhere").containsAll(named(answer.body()));
            after = page.at("/next").isNull() ? null : page.at("/next").asString();
        } while (after != null);
        assertThat(found).as(about + " hits").containsExactlyInAnyOrderElementsOf(expected.named());
        if (asked.isOrdered())
            assertThat(found).as(about + " in their order").containsExactlyElementsOf(expected.named());
    }

    private static void page(
            String about, AskedByChance asked, String body, SearchedPlace.Expected expected, boolean isForStaff) {
        var named = named(body);
        assertThat(expected.named()).as(about).containsAll(named);
        assertThat(named).as(about).hasSize(Math.min(PAGE, (int) expected.total()));
        if (asked.isOrdered())
            assertThat(named)
                    .as(about + " in their order")
                    .containsExactlyElementsOf(expected.named().subList(0, named.size()));
        var counts = COUNT.matcher(body)
                .results()
                .map(each -> Long.valueOf(each.group(1)))
                .sorted()
                .toList();
        assertThat(counts)
                .as(about + " counts")
                .isEqualTo(expected.facets().entrySet().stream()
                        .filter(facet -> isForStaff || !facet.getKey().equals("status"))
                        .flatMap(facet -> facet.getValue().values().stream())
                        .sorted()
                        .toList());
        if (expected.total() > 1) assertThat(body).as(about).contains(expected.total() + " papers");
    }

    private static String canary(JsonNode item) {
        return named(item.at("/title").asString("") + item.at("/name").asString(""))
                .iterator()
                .next();
    }

    private static Set<String> named(String body) {
        return NAMED.matcher(body)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, Map<String, Long>> facets(JsonNode facets) {
        var all = new HashMap<String, Map<String, Long>>();
        facets.properties().forEach(facet -> {
            var counts = new HashMap<String, Long>();
            facet.getValue()
                    .properties()
                    .forEach(each -> counts.put(each.getKey(), each.getValue().asLong()));
            all.put(facet.getKey(), counts);
        });
        return all;
    }

    private static String parameters(AskedByChance asked, @Nullable String after) {
        var all = new StringBuilder("?limit=" + asked.limit() + "&q=" + encoded(asked.typed()));
        if (!asked.sort().isEmpty()) all.append("&sort=").append(asked.sort());
        asked.filters()
                .forEach((facet, values) -> values.forEach(
                        value -> all.append('&').append(facet).append('=').append(value)));
        if (after != null) all.append("&after=").append(encoded(after));
        return all.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Browser organizer(Tenant tenant, String email) {
        var account = accounts.createOwner("Otto Owner", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var browser = new Browser();
        var login = browser.open(urls.tenant(tenant, "/manage").toString());
        assertThat(browser.submit(login, "/login", Map.of("email", email, "password", PASSWORD))
                        .status())
                .isEqualTo(200);
        return browser;
    }
}
