package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.embedded.Kind;
import org.plenary.fulltext.FullText;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.search.PaperRows.Somebody;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database alone finds while the index is away. */
class PlainSearchIT extends PlenaryIT {
    private static final Somebody ADA = new Somebody("Ada Lovelace", "GB", true);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Json json;

    @Autowired
    private PlainFullText plain;

    @Autowired
    private ElasticsearchClient client;

    @Autowired
    private Indexes indexes;

    @Autowired
    private Rebuilding rebuilding;

    private Tenant tenant;
    private Http owner;
    private UUID conference;
    private PaperRows papers;

    @BeforeEach
    void aConferenceWithPapers() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        conference = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select id from conference where slug = 'conf27'")
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .single());
        papers = new PaperRows(jdbc, json, tenant, conference);
    }

    @Test
    void everyWordMustOccurAsItIsWrittenInAnyField() {
        var hands = papers.put(1, "Soft Robot hands", "Grasping\n with  touch: 100%_sure", List.of("ÜBUNG"), ADA);
        var legs = papers.put(2, "Robot legs", "机器人强化学习。", List.of(), new Somebody("王小明", null, true));

        assertThat(ids("robot")).containsExactly(hands, legs);
        assertThat(ids("ROBOT lovelace grasping")).containsExactly(hands);
        assertThat(ids("robot grasping walking")).isEmpty();
        assertThat(ids("robt")).isEmpty();
        assertThat(ids("übung")).containsExactly(hands);
        assertThat(ids("强化学习 王小明")).containsExactly(legs);
        assertThat(ids("\"soft robot\"")).containsExactly(hands);
        assertThat(ids("\"grasping with touch\"")).containsExactly(hands);
        assertThat(ids("\"robot soft\"")).isEmpty();
        assertThat(ids("robot -grasping")).containsExactly(legs);
        assertThat(ids("-\"soft robot\"")).containsExactly(legs);
        assertThat(ids("title:grasping")).isEmpty();
        assertThat(ids("abstract:grasping author:ada")).containsExactly(hands);
        assertThat(ids("grasp*")).containsExactly(hands);
        assertThat(ids("#2")).containsExactly(legs);
        assertThat(ids("")).containsExactly(hands, legs);
    }

    @Test
    void whatMeansSomethingToTheDatabaseIsLookedForAsItIs() {
        var sure = papers.put(1, "100%_sure \\o/", "x", List.of(), ADA);
        papers.put(2, "100 and unsure", "x", List.of(), ADA);

        assertThat(ids("100%")).containsExactly(sure);
        assertThat(ids("0%_s")).containsExactly(sure);
        assertThat(ids("\\o")).containsExactly(sure);
        assertThat(ids("'; drop table paper; --")).isEmpty();
        assertThat(ids("sure\0 \ud800 x")).hasSize(2);
        assertThat(search("", Map.of("track", List.of("\0", "learn%")), 10, null)
                        .total())
                .isZero();
    }

    @Test
    void facetsAreCountedUnderTheOtherFilters() {
        var two = List.of(ADA, new Somebody("Bea", "GB", false), new Somebody("Chen", "CN", false));
        papers.put(new PaperRows.Row(
                UUID.randomUUID(), 1, "Robots", "x", List.of(), two, "learning", "accepted", "accepted"));
        papers.put(
                new PaperRows.Row(UUID.randomUUID(), 2, "Robots", "x", List.of(), two, null, "accepted", "rejected"));
        papers.put(new PaperRows.Row(
                UUID.randomUUID(), 3, "Robots", "x", List.of(), List.of(ADA), "control", "rejected", null));

        var found = search("robots", Map.of("status", List.of("accepted", "rejected"), "track", List.of()), 10, null);

        assertThat(found.isPlain()).isTrue();
        assertThat(found.total()).isEqualTo(2);
        assertThat(found.facets())
                .isEqualTo(Map.of(
                        "track", Map.of("learning", 1L, "control", 1L),
                        "country", Map.of("GB", 2L, "CN", 1L),
                        "status", Map.of("accepted", 1L, "accepted_held", 1L, "rejected", 1L)));
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeatsAndEachConferenceHasItsOwn() {
        for (var i = 1; i <= 25; i++) papers.put(i, "Robots " + i, "x", List.of(), ADA);
        new PaperRows(jdbc, json, tenant, UUID.randomUUID()).put(1, "Robots elsewhere", "x", List.of(), ADA);

        var seen = new ArrayList<UUID>();
        @Nullable String after = null;
        do {
            var page = search("robots", Map.of(), 10, after);
            assertThat(page.total()).isEqualTo(25);
            page.hits().forEach(h -> seen.add(h.id()));
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThatThrownBy(() -> search("robots", Map.of(), 10, "plain.x")).isInstanceOf(Problem.InvalidInput.class);
    }

    @Test
    void aListInAnOrderGoesOnInItWithoutGapsOrRepeats() {
        for (var i = 1; i <= 12; i++)
            papers.put(i, List.of("zebra", "Ärger", "“Quoted”", "alpha").get(i % 4) + " robots", "x", List.of(), ADA);

        var byNumber = all(new FullText.Order.By("by_number", true));
        assertThat(all(new FullText.Order.By("by_title", false)))
                .hasSize(12)
                .doesNotHaveDuplicates()
                .startsWith(byNumber.get(2), byNumber.get(6), byNumber.get(10))
                .endsWith(byNumber.get(1), byNumber.get(5), byNumber.get(9));
        assertThat(all(FullText.Order.NEWEST)).isEqualTo(byNumber.reversed());
        assertThat(all(FullText.Order.RELEVANCE)).isEqualTo(byNumber);
        for (var order : List.of(new FullText.Order.By("by_title", false), FullText.Order.NEWEST))
            for (var cursor : List.of("plain.x", "plain.", "plain." + byNumber.getFirst() + ".%", "plain.x.YQ"))
                assertThatThrownBy(() -> ordered(order, cursor)).isInstanceOf(Problem.InvalidInput.class);
        var ofTitles = ordered(new FullText.Order.By("by_title", false), null).next();
        assertThatThrownBy(() -> ordered(FullText.Order.NEWEST, ofTitles)).isInstanceOf(Problem.InvalidInput.class);
    }

    private List<UUID> all(FullText.Order order) {
        var all = new ArrayList<UUID>();
        @Nullable String after = null;
        do {
            var page = ordered(order, after);
            assertThat(page.total()).isEqualTo(12);
            page.hits().forEach(hit -> all.add(hit.id()));
            after = page.next();
        } while (after != null);
        return all;
    }

    private FullText.Result ordered(FullText.Order order, @Nullable String after) {
        return Tenancy.callAs(
                tenant,
                () -> plain.search(new FullText.Query(
                        "paper",
                        conference,
                        "robots",
                        Map.of(),
                        List.of(),
                        5,
                        after,
                        List.of(),
                        order,
                        List.of(),
                        false)));
    }

    @Test
    void aWordThatMeansTheSameIsFoundAsAWholeOne() {
        var typed = papers.put(1, "Reinforcement learning", "x", List.of(), ADA);
        var meant = papers.put(2, "RL, but (C++) quickly", "x", List.of(), ADA);
        var chinese = papers.put(3, "x", "基于强化学习的控制", List.of(), ADA);
        papers.put(4, "Learning of the world", "x", List.of(), ADA);
        papers.put(5, "Walking", "x", List.of(), new Somebody("RL", null, false));
        var groups = List.of(List.of("RL", "reinforcement learning", "强化学习"), List.of("C++", "fast code"));

        assertThat(meaning("reinforcement learning", groups)).containsExactly(typed, meant, chinese);
        assertThat(meaning("reinforcement learning quickly", groups)).containsExactly(meant);
        assertThat(meaning("fast code", groups)).containsExactly(meant);
        assertThat(meaning("强化学习", groups)).containsExactly(typed, meant, chinese);
        assertThat(meaning("reinforcement learning -quickly", groups)).containsExactly(typed, chinese);
        assertThat(meaning("\"reinforcement learning\"", groups)).containsExactly(typed);
        assertThat(meaning("learning reinforcement", groups)).containsExactly(typed);
    }

    private List<UUID> meaning(String typed, List<List<String>> groups) {
        var query = new FullText.Query(
                "paper",
                conference,
                typed,
                Map.of(),
                List.of(),
                10,
                null,
                groups,
                FullText.Order.RELEVANCE,
                List.of(),
                false);
        return Tenancy.callAs(tenant, () -> plain.search(query)).hits().stream()
                .map(FullText.Hit::id)
                .toList();
    }

    @Test
    void delegatesAreFoundByNameCodesAndAnswersAsTheyAreSaid() {
        aFee(owner, "free", "0.00", null);
        publish(owner);
        var order = owner.post(PATH + "/orders", cart("free", Map.of("name", "Ada Lovelace", "dinner", "no")))
                .expect(201);

        for (var typed : List.of("lovelace ada", "ada@example.org", order.text("/code"), "No"))
            assertThat(delegates(typed)).as(typed).hasSize(1);
        assertThat(delegates("lovelace grace")).isEmpty();
        assertThat(search("delegate", "ada", Map.of(), List.of("country", "fee", "status"), 10, null)
                        .facets())
                .isEqualTo(Map.of(
                        "country", Map.of("GB", 1L),
                        "fee", Map.of("free", 1L),
                        "status", Map.of("confirmed", 1L)));
    }

    @Test
    void aSearchThatTakesTooLongIsGivenUpAndTheNextIsAnswered() throws Exception {
        papers.put(1, "Robots", "x", List.of(), ADA);
        var postgres = services().service(Kind.POSTGRES);
        try (var connection = DriverManager.getConnection(postgres.address(), postgres.user(), "");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table " + tenant.schema() + ".paper in access exclusive mode");

            assertThatThrownBy(() -> ids("robots")).isInstanceOf(Problem.Unavailable.class);

            connection.rollback();
        }
        assertThat(ids("robots")).hasSize(1);
    }

    @Test
    void anIndexThatWasLostLeavesNothingUnfoundUntilItIsFilled() throws Exception {
        aFee(owner, "free", "0.00", null);
        publish(owner);
        var paper = papers.put(1, "Robots that are here", "x", List.of(), ADA);
        for (var index : client.indices()
                .getAlias(a -> a.name(indexes.shared("paper")))
                .aliases()
                .keySet()) client.indices().delete(d -> d.index(index));

        for (var time = 0; time < 3; time++)
            assertThat(found("robots")).as("time " + time).isOne();
        rebuilding.rebuildWhereNeeded();

        assertThat(indexes.isFilledAlias(indexes.shared("paper"))).isTrue();
        eventually("found by a word that is mistyped", () -> found("robts") == 1);
        assertThat(ids("robots")).containsExactly(paper);
    }

    private long found(String words) {
        return owner.get(PATH + "/search/papers?q=" + words)
                .expect(200)
                .json()
                .at("/total")
                .asLong();
    }

    private List<FullText.Hit> delegates(String typed) {
        return search("delegate", typed, Map.of(), List.of(), 10, null).hits();
    }

    private List<UUID> ids(String typed) {
        return search(typed, Map.of(), 10, null).hits().stream()
                .map(FullText.Hit::id)
                .toList();
    }

    private FullText.Result search(String text, Map<String, List<String>> filters, int limit, @Nullable String after) {
        return search("paper", text, filters, List.of("track", "country", "status"), limit, after);
    }

    private FullText.Result search(
            String kind,
            String text,
            Map<String, List<String>> filters,
            List<String> facets,
            int limit,
            @Nullable String after) {
        return Tenancy.callAs(
                tenant, () -> plain.search(new FullText.Query(kind, conference, text, filters, facets, limit, after)));
    }
}
