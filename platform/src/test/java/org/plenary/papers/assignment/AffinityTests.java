package org.plenary.papers.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AffinityTests {
    private static final PaperText WALKING =
            new PaperText("Walking on sand", "Legged robots learn gaits on soft ground.");
    private static final PaperText GRASPING = new PaperText("Grasping glass", "Grippers hold transparent objects.");
    private static final PaperText WALKING_IN_CHINESE = new PaperText("足式机器人步态", "四足机器人在松软地面上学习步态。");

    @Test
    void whoWroteAboutTheSameIsNearest() {
        var walker = List.of(new PaperText("Gaits", "Gaits of legged robots."));
        var gripper = List.of(new PaperText("Grippers", "Soft grippers for glass."));

        var found = of(List.of(WALKING, GRASPING), List.of(walker, gripper));

        assertThat(value(found, 0, 0)).isGreaterThan(value(found, 0, 1));
        assertThat(value(found, 1, 1)).isGreaterThan(value(found, 1, 0));
        assertThat(found).allMatch(one -> one.value() > 0 && one.value() <= 1);
    }

    @Test
    void chineseIsComparedWithChinese() {
        var walker = List.of(new PaperText("四足机器人", "步态学习的研究。"));
        var gripper = List.of(new PaperText("灵巧手抓取", "透明物体的抓取方法。"));

        var found = of(List.of(WALKING_IN_CHINESE), List.of(walker, gripper));

        assertThat(value(found, 0, 0)).isGreaterThan(value(found, 0, 1));
    }

    @Test
    void onePaperThatIsNearCountsAmongManyOthers() {
        var gripper = new PaperText("Grippers", "Grippers for glass.");
        var wide = List.of(gripper, gripper, gripper, gripper, WALKING);

        var found = of(List.of(WALKING, GRASPING), List.of(wide));

        assertThat(value(found, 0, 0)).isPositive();
    }

    @Test
    void whoWroteNothingIsNearNothing() {
        assertThat(of(List.of(WALKING), List.of(List.of()))).isEmpty();
        assertThat(of(List.of(), List.of(List.of(WALKING)))).isEmpty();
        assertThat(of(List.of(new PaperText("", "")), List.of(List.of(new PaperText("", "")))))
                .isEmpty();
    }

    @Test
    void onlyTheNearestAreKept() {
        var many = IntStream.range(0, 50)
                .mapToObj(number -> List.of(new PaperText("Walking " + "robots ".repeat(number), "On sand.")))
                .toList();

        assertThat(Affinity.of(List.of(WALKING), many, 1, AssignmentRun.unwatched()))
                // the paper's best, and each reviewer's best, which is the same paper
                .hasSize(50);
        assertThat(Affinity.of(List.of(WALKING, WALKING, WALKING), many, 1, AssignmentRun.unwatched()))
                .hasSizeLessThanOrEqualTo(53);
    }

    private static List<Affinity> of(List<PaperText> papers, List<List<PaperText>> reviewers) {
        return Affinity.of(papers, reviewers, 10, AssignmentRun.unwatched());
    }

    private static double value(List<Affinity> found, int paper, int reviewer) {
        return found.stream()
                .filter(one -> one.paper() == paper && one.reviewer() == reviewer)
                .mapToDouble(Affinity::value)
                .findFirst()
                .orElse(0);
    }
}
