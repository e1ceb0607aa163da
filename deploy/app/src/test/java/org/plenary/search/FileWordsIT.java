package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenary.fulltext.DocumentSource;
import org.plenary.fulltext.FullText;
import org.plenary.search.Comparing.Differences;
import org.plenary.tenancy.KeptTenants;
import org.plenary.tenancy.Tenancy;

/** What stands in files is found by who may look into them, and for anybody else it is as if it were not there. */
class FileWordsIT extends IndexFixture {
    private static final List<String> QUESTIONS = List.of(
            "quetzals",
            "file:quetzals",
            "全文：quetzals",
            "robots quetzals",
            "robots sand quetzals",
            "robots -quetzals",
            "robots -file:quetzals",
            "\"quetzals glide\"",
            "\"robots glide\"",
            "quetz*",
            "file:quetz*",
            "robots",
            "强化学习",
            "");

    private final KeptTenants tenants = work -> Tenancy.runAs(tenant, () -> work.accept(tenant));

    @Test
    void wordsPhrasesAndChineseOfAFileAreFoundBehindWhatIsInTitles() throws Exception {
        var told = put("Robots on sand", "A study of robots & dunes", """
                The quadrupeds were walking through 机器人的强化学习 and naïve ﬁelds of the coast.""");
        var titled = put("Quadruped walking", "legs", null);
        index();

        assertThat(ids("quadruped walking")).containsExactly(titled, told);
        assertThat(ids("file:walked")).containsExactly(told);
        assertThat(ids("全文：quadrupeds")).containsExactly(told);
        assertThat(ids("\"walking through\"")).containsExactly(told);
        assertThat(ids("file:\"coast of the fields\"")).isEmpty();
        assertThat(ids("naive")).containsExactly(told);
        assertThat(ids("强化学习")).containsExactly(told);
        assertThat(ids("file:习强")).isEmpty();
        assertThat(ids("file:quadru*")).containsExactly(told);
        assertThat(ids("title:coast")).isEmpty();
        assertThat(ids("quadrupds coast")).as("no errors are forgiven in files").isEmpty();
        assertThat(ids("robots -coast")).as("it may be mentioned").containsExactly(told);
        assertThat(ids("robots -file:coast")).isEmpty();
        assertThat(ids("-file:coast")).containsExactly(titled);
    }

    @Test
    void aWordInAFileComesBeforeNearOnesInTitlesAndAbstractsAndAfterTheWordItself() throws Exception {
        for (var i = 0; i < 8; i++)
            put("Robots on snow " + i, "A study of dunes", "x ".repeat(900) + "gliding on dunes");
        var near = put("Tensor products", "Of spaces", null);
        var nearToo = put("Robots on ice", "The tensor of a crack", "x ".repeat(900) + "cracks");
        var told =
                put("Robots on sand", "A study of walking", "x ".repeat(900) + "a tendon of steel " + "y ".repeat(900));
        var about = put("Robots on stairs", "Legs pulled by a tendon", "x ".repeat(900) + "a tendon");
        index();

        assertThat(ids("tendon")).containsExactly(about, told, near, nearToo);
    }

    @Test
    void aPieceOfTheFileIsShownWithTheWordsMarked() throws Exception {
        put(
                "Robots on sand",
                "A study",
                "x ".repeat(2_000) + "One < two & a <b>quetzal</b> glides. " + "y ".repeat(2_000));
        index();

        var marked = inFiles("quetzal").hits().getFirst().highlights();

        assertThat(marked).containsOnlyKeys("file");
        assertThat(marked.get("file")).hasSize(1);
        assertThat(marked.get("file").getFirst())
                .contains("&lt;b&gt;<em>quetzal</em>")
                .hasSizeLessThan(400);
        assertThat(inFiles("sand").hits().getFirst().highlights()).containsOnlyKeys("title");
        assertThat(inFiles("title:sand").hits().getFirst().highlights()).containsOnlyKeys("title");
    }

    @Test
    void whoeverMayNotLookIntoFilesLearnsNothingOfThem() throws Exception {
        for (var i = 0; i < 5; i++) put("Robots on sand " + i, "A study of gliding", null);
        put("Quetzals", "birds", null);
        index();
        var without = asked(false);
        assertThat(without.get("quetzals")).contains("total=1");

        things.documents.replaceAll((id, now) -> with(now, "Robots glide. quetzals glide 强化学习 sand sand sand"));
        wire();
        index();

        assertThat(asked(false)).isEqualTo(without);
        assertThat(asked(true)).isNotEqualTo(without);
        assertThat(asked(true).get("file:quetzals")).contains("total=6");
    }

    @Test
    void theTextOfAFileIsComparedWithTheDatabaseToo() throws Exception {
        var paper = put("Robots on sand", "A study", "quetzals glide");
        put("Robots on snow", "A study", null);
        index();
        var verifying = new IndexVerifying(
                new Comparing(client, writer), indexes, tenants, List.of(things), new SimpleMeterRegistry());
        assertThat(verifying.verify(things)).isEqualTo(new Differences(2, 0, 0, 0, 0));

        things.documents.computeIfPresent(paper, (id, now) -> with(now, "walruses dive"));
        assertThat(verifying.verify(things)).isEqualTo(new Differences(2, 0, 1, 0, 0));
        refresh();
        assertThat(ids("walruses")).containsExactly(paper);
        assertThat(ids("quetzals")).isEmpty();

        things.documents.computeIfPresent(paper, (id, now) -> with(now, null));
        assertThat(verifying.verify(things)).isEqualTo(new Differences(2, 0, 1, 0, 0));
        assertThat(verifying.verify(things)).isEqualTo(new Differences(2, 0, 0, 0, 0));
    }

    @Test
    void anIndexThatIsMadeAnewHasTheFilesAgain() throws Exception {
        var paper = put("Robots on sand", "A study", "quetzals glide");
        index();

        new Rebuilding(indexes, writer, new Sweeping(client, writer), tenants, List.of(things)).rebuildWhereNeeded();

        assertThat(ids("quetzals")).containsExactly(paper);
    }

    private Map<String, String> asked(boolean inFiles) {
        var answers = new LinkedHashMap<String, String>();
        for (var question : QUESTIONS)
            answers.put(question, search(question, inFiles).toString());
        return answers;
    }

    private List<UUID> ids(String text) {
        return inFiles(text).hits().stream().map(FullText.Hit::id).toList();
    }

    private FullText.Result inFiles(String text) {
        return search(text, true);
    }

    private FullText.Result search(String text, boolean inFiles) {
        return Tenancy.callAs(
                tenant,
                () -> fullText.search(new FullText.Query(
                        "paper",
                        conference,
                        text,
                        Map.of(),
                        new ArrayList<>(List.of("track")),
                        10,
                        null,
                        List.of(),
                        FullText.Order.RELEVANCE,
                        List.of(),
                        inFiles)));
    }

    private UUID put(String title, String body, @Nullable String file) {
        return things.put(with(paper(1, title, "Ada", body), file));
    }

    private static DocumentSource.Document with(DocumentSource.Document now, @Nullable String file) {
        var fields = new LinkedHashMap<>(now.fields());
        fields.remove("file");
        if (file != null) fields.put("file", List.of(file));
        return new DocumentSource.Document(now.id(), now.conference(), now.version(), fields, now.facets());
    }
}
