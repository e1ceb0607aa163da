package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.fulltext.DocumentSource;
import org.plenary.search.HomeRows.Home;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantErased;
import org.springframework.beans.factory.annotation.Autowired;

/** A tenant's documents on the way to an index of their own, and back. */
class LargeTenantsIT extends PlenaryIT {
    private static final String CONFERENCE = "/api/v1/conferences/robots";
    private static final List<Stage> THERE = List.of(Stage.FILLING, Stage.READING, Stage.EMPTYING);
    private static final List<Stage> BACK = List.of(Stage.APART, Stage.RETURNING, Stage.LEAVING, Stage.CLOSING);

    @Autowired
    private LargeTenants large;

    @Autowired
    private HomeRows rows;

    @Autowired
    private Indexes indexes;

    @Autowired
    private Rebuilding rebuilding;

    @Autowired
    private Comparing comparing;

    @Autowired
    private ErasedDocuments erased;

    @Autowired
    private ElasticsearchClient client;

    @Autowired
    private List<DocumentSource> sources;

    private Tenant tenant;
    private Http owner;
    private int papers;

    @BeforeEach
    void aTenantWithPapers() {
        tenant = tenantWithCall();
        owner = owner(tenant);
        papers = 0;
        for (var i = 0; i < 3; i++) submit();
        eventuallyAllAreFound();
    }

    @Test
    void atEachStageThereAndBackAllIsFoundAndWhatIsNewToo() throws Exception {
        large.begin("paper", tenant.id());
        for (var stage : THERE) onward(stage);
        assertThat(in(indexes.shared("paper")))
                .as("of them in the shared index")
                .isZero();
        assertThat(in(own())).isEqualTo(papers);
        assertThat(inAll(own())).as("of anybody in the own index").isEqualTo(papers);
        assertThat(shards(own()))
                .as("with routing by tenant, others would be empty")
                .isEqualTo("1");
        assertThat(shards(indexes.shared("paper"))).isEqualTo("2");

        for (var stage : BACK) onward(stage);
        assertThat(in(indexes.shared("paper"))).isEqualTo(papers);
        assertThat(home()).isNull();
        assertThat(client.indices().existsAlias(a -> a.name(own())).value()).isFalse();
        assertThat(ownIndexes()).isEmpty();
    }

    private String shards(String alias) throws IOException {
        return client.indices().getSettings(g -> g.index(alias)).settings().values().stream()
                .map(index -> index.settings().index().numberOfShards())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStageThatWasBegunAndNotEndedIsDoneAgain() throws Exception {
        large.begin("paper", tenant.id());
        large.begin("paper", tenant.id());
        for (var stage : List.of(Stage.FILLING, Stage.READING, Stage.EMPTYING, Stage.APART, Stage.RETURNING)) {
            var home = home();
            assertThat(home).extracting(Home::stage).isEqualTo(stage);
            large.step(home);
            large.step(home);
            eventuallyAllAreFound();
        }
        assertThat(home()).extracting(Home::stage).isEqualTo(Stage.LEAVING);
    }

    @Test
    void whatIsWithdrawnOnTheWayIsAsTheDatabaseHasItInBothIndexes() throws Exception {
        var source = papersSource();
        large.begin("paper", tenant.id());
        for (var stage : THERE) {
            var secret = submit();
            anonymous(tenant)
                    .patch(CONFERENCE + "/submissions/" + papers + "?secret=" + secret, Map.of("status", "withdrawn"))
                    .expect(200);
            onward(stage);
        }
        eventually(
                "the own index is what the database is",
                () -> Tenancy.callAs(tenant, () -> {
                    try {
                        return comparing.compare(source, indexes.ready("paper")).isEqual();
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    @Test
    void anIndexOfItsOwnThatIsLostIsMadeAnewForThisTenantAlone() throws Exception {
        apart();
        for (var index : ownIndexes()) client.indices().delete(d -> d.index(index));

        rebuilding.rebuildWhereNeeded();

        eventuallyAllAreFound();
        assertThat(in(own())).isEqualTo(papers);
        assertThat(inAll(own())).isEqualTo(papers);
        assertThat(in(indexes.shared("paper"))).isZero();
    }

    @Test
    void theSharedIndexIsMadeAnewWithoutWhoIsApart() throws Exception {
        apart();
        indexes.setLacking(indexes.shared("paper"));

        rebuilding.rebuildWhereNeeded();

        assertThat(in(indexes.shared("paper"))).isZero();
        eventuallyAllAreFound();
    }

    @Test
    void ofATenantThatIsErasedNoIndexIsLeft() throws Exception {
        apart();
        assertThat(erased.count(tenant.id(), tenant.schema())).isPositive();

        erased.on(new TenantErased(tenant.id()));
        erased.on(new TenantErased(tenant.id()));

        eventually("its index is gone", () -> ownIndexes().isEmpty());
        eventually("and what was left in the shared one", () -> erased.count(tenant.id(), tenant.schema()) == 0);
        assertThat(home()).isNull();
        assertThat(erased.count(tenant.id(), tenant.schema())).isZero();
    }

    private void apart() throws Exception {
        large.begin("paper", tenant.id());
        for (var stage : THERE) onward(stage);
    }

    /** A paper comes, the stage is done, and another comes. */
    private void onward(Stage stage) throws Exception {
        var home = home();
        assertThat(home).extracting(Home::stage).isEqualTo(stage);
        submit();
        eventuallyAllAreFound();
        large.step(home);
        assertThat(found()).as("right after " + stage).isEqualTo(papers);
        submit();
        eventuallyAllAreFound();
    }

    private Home home() {
        return rows.all().stream()
                .filter(home -> home.tenant().equals(tenant.id()))
                .findFirst()
                .orElse(null);
    }

    private String own() {
        return indexes.own("paper", tenant.id());
    }

    private List<String> ownIndexes() {
        try {
            return List.copyOf(
                    client.indices().get(g -> g.index(own() + "-v*")).indices().keySet());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of this tenant's papers. */
    private long in(String index) throws IOException {
        client.indices().refresh(r -> r.index(index));
        return client.count(TenantBoundary.all(index, tenant.id())).count();
    }

    private long inAll(String index) throws IOException {
        return client.count(c -> c.index(index)).count();
    }

    private void eventuallyAllAreFound() {
        eventually(papers + " papers are found", () -> found() == papers);
    }

    private long found() {
        return owner.get(CONFERENCE + "/search/papers?q=robots")
                .expect(200)
                .json()
                .at("/total")
                .asLong();
    }

    private DocumentSource papersSource() {
        return sources.stream()
                .filter(source -> source.kind().equals("paper"))
                .findFirst()
                .orElseThrow();
    }

    /** @return what its author may change it with */
    private String submit() {
        papers++;
        return anonymous(tenant)
                .post(
                        CONFERENCE + "/submissions",
                        Map.of(
                                "title",
                                "Robots that count to " + papers,
                                "abstract",
                                "A beginning, a middle and an end.",
                                "keywords",
                                List.of("counting"),
                                "track",
                                "learning",
                                "authors",
                                List.of(Map.of("name", "Ada", "email", "ada@example.org", "corresponding", true))))
                .expect(201)
                .text("/secret");
    }

    private Tenant tenantWithCall() {
        var made = aTenant();
        var client = owner(made);
        var start = LocalDate.now(ZoneOffset.UTC).plusDays(200);
        client.post(
                        "/api/v1/conferences",
                        Map.of(
                                "slug",
                                "robots",
                                "name",
                                "Machines",
                                "starts_on",
                                start.toString(),
                                "ends_on",
                                start.plusDays(2).toString(),
                                "time_zone",
                                "Asia/Shanghai",
                                "venue",
                                Map.of("name", "Hall", "city", "Shanghai", "country", "CN"),
                                "currency",
                                "CNY",
                                "languages",
                                List.of("en")))
                .expect(201);
        client.post(
                        CONFERENCE + "/call-for-papers",
                        Map.of(
                                "tracks", List.of(Map.of("key", "learning", "name", "Learning")),
                                "deadline", Map.of("at", "2099-01-31T23:59", "zone", "AoE")))
                .expect(201);
        client.post(
                        CONFERENCE + "/fees",
                        Map.of(
                                "key", "regular",
                                "name", "Regular",
                                "prices", List.of(Map.of("amount", Map.of("amount", "0.00", "currency", "CNY")))))
                .expect(201);
        client.patch(CONFERENCE, Map.of("status", "published")).expect(200);
        return made;
    }
}
