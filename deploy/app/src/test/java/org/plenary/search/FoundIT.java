package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenary.fulltext.DocumentSource;
import org.plenary.fulltext.FullText;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;

/** What is found by which words, how it is marked, counted and turned page by page. */
class FoundIT extends IndexFixture {
    @Test
    void wordsAreFoundWithTypingErrorsPrefixesAndStems() throws Exception {
        var grasping = things.put(
                paper(1, "Dexterous grasping with soft robots", "Zhan Gao", "Reinforcement learning of hands."));
        things.put(paper(1, "Walking on ice", "Grace Hopper", "Legs that slip."));
        index();

        for (var typed : List.of(
                "grasping", "graspng", "dextrous robot", "Zhang gao", "reinforcment", "reinfor", "hand", "soft zhan"))
            assertThat(find(typed).hits())
                    .as(typed)
                    .extracting(FullText.Hit::id)
                    .contains(grasping);
        assertThat(find("grasping ice").hits()).isEmpty();
        assertThat(find("").total()).isEqualTo(2);
    }

    @Test
    void chineseWordsAreFound() throws Exception {
        var paper = things.put(paper(1, "机器人强化学习方法研究", "王小明", "本文提出一种新的抓取策略。"));
        things.put(paper(1, "会议酒店预订系统", "李雷", "关于住宿。"));
        index();

        for (var typed : List.of("机器人", "强化学习", "王小明", "抓取"))
            assertThat(find(typed).hits())
                    .as(typed)
                    .extracting(FullText.Hit::id)
                    .containsExactly(paper);
    }

    @Test
    void phrasesExclusionsFieldsAndBeginningsAreHeeded() throws Exception {
        var hands = things.put(paper(1, "Soft robot hands", "Ada Legs", "Grasping with touch."));
        var legs = things.put(paper(1, "Robot legs with hands", "Grace Hopper", "Walking on soft ground. 机器人强化学习。"));
        index();

        assertThat(ids("\"robot hands\"")).containsExactly(hands);
        assertThat(ids("“强化学习”")).containsExactly(legs);
        assertThat(ids("“学习强化”")).isEmpty();
        assertThat(ids("robot -walking")).containsExactly(hands);
        assertThat(ids("-\"soft ground\"")).containsExactly(hands);
        assertThat(ids("-author:hopper")).containsExactly(hands);
        assertThat(ids("title:legs")).containsExactly(legs);
        assertThat(ids("author:legs")).containsExactly(hands);
        assertThat(ids("摘要：soft")).containsExactly(legs);
        assertThat(ids("graspi*")).containsExactly(hands);
        assertThat(ids("title:graspi*")).isEmpty();
        for (var typed : List.of("robot \"hands", "robot -", "robot :", "robot * hands", "robot ://"))
            assertThat(ids(typed)).as(typed).containsExactlyInAnyOrder(hands, legs);
    }

    @Test
    void whatIsMarkedIsWhatWasLookedFor() throws Exception {
        things.put(paper(1, "Robot hands, and hands of a robot", "Ada Hands", "Hands."));
        index();

        assertThat(find("\"robot hands\" -legs").hits().getFirst().highlights().get("title"))
                .containsExactly("<em>Robot hands</em>, and hands of a robot");
        assertThat(find("title:hands").hits().getFirst().highlights()).containsOnlyKeys("title");
    }

    private List<UUID> ids(String typed) {
        return find(typed).hits().stream().map(FullText.Hit::id).toList();
    }

    @Test
    void chineseNamesAndWordsAreFoundAsTheyAreReadAndWideLettersAsNarrowOnes() throws Exception {
        var paper = things.put(paper(1, "机器人强化学习方法研究ＡＢＣ", "吕晓明", "本文提出一种新的抓取策略。"));
        things.put(paper(1, "会议酒店预订系统", "李雷", "关于住宿。"));
        index();

        for (var typed : List.of(
                "lü xiaoming",
                "xiaoming lv",
                "lyuxiaoming",
                "author:xiaoming",
                "jiqiren",
                "qianghua xuexi",
                "abc",
                "ＸＩＡＯＭＩＮＧ")) assertThat(ids(typed)).as(typed).containsExactly(paper);
        assertThat(ids("abstract:xiaoming")).isEmpty();
    }

    @Test
    void whatMeansTheSameIsFoundAfterWhatWasTyped() throws Exception {
        var typed = things.put(paper(1, "RL for legs", "A", "x"));
        var meant = things.put(paper(1, "Reinforcement learning for arms", "B", "x"));
        var chinese = things.put(paper(1, "机器人强化学习方法研究", "C", "x"));
        things.put(paper(1, "Learning from videos", "D", "x"));
        index();
        var groups = List.of(List.of("RL", "reinforcement learning", "强化学习"), List.of("arm", "limb"));

        var found = like("rl", groups).hits();
        assertThat(found).extracting(FullText.Hit::id).containsExactlyInAnyOrder(typed, meant, chinese);
        assertThat(found.getFirst().id()).isEqualTo(typed);
        assertThat(found.stream()
                        .filter(hit -> hit.id().equals(meant))
                        .findFirst()
                        .orElseThrow()
                        .highlights()
                        .get("title"))
                .containsExactly("<em>Reinforcement learning</em> for arms");
        assertThat(like("Reinforcement Learning", groups).hits())
                .extracting(FullText.Hit::id)
                .contains(typed, meant, chinese);
        assertThat(like("强化学习 limb", groups).hits())
                .extracting(FullText.Hit::id)
                .containsExactly(meant);
        assertThat(like("\"rl\"", groups).hits()).extracting(FullText.Hit::id).containsExactly(typed);
        assertThat(like("rl", List.of()).hits()).extracting(FullText.Hit::id).containsExactly(typed);
    }

    @Test
    void aPaperIsFoundByWhereItsAuthorsAreFromAndByWhatItsTopicsAreCalled() throws Exception {
        var there =
                about(paper(1, "Soft grippers", "Ada", "x"), "清华大学", "Universität Zürich", "Grasping and hands", "抓取");
        var elsewhere = about(paper(1, "Zurich by night", "Bea", "x"), "Lab Nine");
        index();

        assertThat(ids("zurich")).containsExactly(elsewhere, there);
        assertThat(ids("affiliation:zurich")).containsExactly(there);
        assertThat(ids("单位：清华")).containsExactly(there);
        assertThat(ids("topic:hand")).containsExactly(there);
        assertThat(find("universitat").hits().getFirst().highlights().get("about"))
                .containsExactly("<em>Universität</em> Zürich");
    }

    private UUID about(DocumentSource.Document paper, String... about) {
        var fields = new HashMap<>(paper.fields());
        fields.put("about", List.of(about));
        return things.put(
                new DocumentSource.Document(paper.id(), paper.conference(), paper.version(), fields, paper.facets()));
    }

    private FullText.Result like(String typed, List<List<String>> groups) {
        return Tenancy.callAs(
                tenant,
                () -> fullText.search(new FullText.Query(
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
                        false)));
    }

    @Test
    void matchesAreMarkedAndEverythingElseIsEscaped() throws Exception {
        things.put(paper(1, "Robots <script>alert(1)</script>", "Ada Lovelace", "Many robots."));
        index();

        var hit = find("robot lovelace").hits().getFirst();

        assertThat(hit.highlights().get("title").getFirst()).contains("<em>Robots</em>", "&lt;script&gt;");
        assertThat(hit.highlights().get("names").getFirst()).isEqualTo("Ada <em>Lovelace</em>");
        assertThat(hit.highlights().get("body").getFirst()).isEqualTo("Many <em>robots</em>.");
    }

    @Test
    void whatWasMistypedIsMarkedToo() throws Exception {
        things.put(paper(1, "Robots that weave", "Ada Lovelace", "Looms learn from looms."));
        index();

        var hit = find("lovelance").hits().getFirst();
        assertThat(hit.highlights().get("names").getFirst()).isEqualTo("Ada <em>Lovelace</em>");
        assertThat(find("weav").hits().getFirst().highlights().get("title").getFirst())
                .isEqualTo("Robots that <em>weave</em>");
        assertThat(find("robtos").hits().getFirst().highlights().get("title").getFirst())
                .isEqualTo("<em>Robots</em> that weave");
    }

    @Test
    void facetsAreCountedUnderTheOtherFilters() throws Exception {
        things.put(paper(1, "Robots one", "A", "x", "learning", "CN"));
        things.put(paper(1, "Robots two", "B", "x", "learning", "DE"));
        things.put(paper(1, "Robots three", "C", "x", "control", "DE"));
        index();

        var result = search("robots", Map.of("track", List.of("control")), 10, null);

        assertThat(result.total()).isEqualTo(1);
        assertThat(result.facets().get("track")).isEqualTo(Map.of("learning", 2L, "control", 1L));
        assertThat(result.facets().get("country")).isEqualTo(Map.of("DE", 1L));
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() throws Exception {
        for (var i = 0; i < 25; i++) things.put(paper(1, "Robots " + "word ".repeat(i % 4), "A", "x"));
        index();

        var seen = new ArrayList<UUID>();
        @Nullable String after = null;
        do {
            var page = search("robots", Map.of(), 10, after);
            assertThat(page.total()).isEqualTo(25);
            page.hits().forEach(h -> seen.add(h.id()));
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    /** Scores depend on how long and how many all others are, and those change between two pages. */
    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeatsWhileTheIndexChanges() throws Exception {
        for (var i = 0; i < 25; i++) things.put(paper(1, "Robots", "A", "robots ".repeat(i)));
        index();
        var all = List.copyOf(things.documents.keySet());

        var seen = new ArrayList<UUID>();
        @Nullable String after = null;
        do {
            var page = search("robots", Map.of(), 5, after);
            assertThat(page.total()).isEqualTo(25);
            page.hits().forEach(h -> seen.add(h.id()));
            after = page.next();
            things.documents.replaceAll((id, paper) -> changed(paper, "robots ".repeat(seen.contains(id) ? 1 : 90)));
            index();
        } while (after != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aSnapshotThatWasLeftTooLongIsMadeAnewAndAForgedOneRefused() throws Exception {
        for (var i = 0; i < 25; i++) things.put(paper(1, "Robots " + "word ".repeat(i % 4), "A", "x"));
        index();
        var second = search(
                "robots", Map.of(), 10, search("robots", Map.of(), 10, null).next());
        var cursor = Cursor.parse(Objects.requireNonNull(second.next()));
        client.closePointInTime(c -> c.id(Objects.requireNonNull(cursor.snapshot())));

        assertThat(search("robots", Map.of(), 10, second.next()).hits()).hasSize(5);
        var forged = new Cursor(cursor.place(), cursor.id(), cursor.first(), "abcd").toString();
        assertThatThrownBy(() -> search("robots", Map.of(), 10, forged)).isInstanceOf(Problem.InvalidInput.class);
    }

    private static DocumentSource.Document changed(DocumentSource.Document paper, String body) {
        var fields = new LinkedHashMap<>(paper.fields());
        fields.put("body", List.of(body));
        return new DocumentSource.Document(paper.id(), paper.conference(), paper.version() + 1, fields, paper.facets());
    }
}
