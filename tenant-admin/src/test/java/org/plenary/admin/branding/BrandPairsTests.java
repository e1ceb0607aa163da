package org.plenary.admin.branding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenary.admin.branding.BrandPairs.Level;
import org.plenary.admin.branding.BrandPairs.Pair;

class BrandPairsTests {
    @Test
    void aPairThatIsHardToReadIsToldWithANearColourThatIsNot() {
        var pairs = BrandPairs.of(form("#1f5fbf").with(BrandingForm.ON_PRIMARY, "#3d7fdf"), "#1f5fbf");

        var button = pair(pairs, "button");
        assertThat(button.level()).isEqualTo(Level.POOR);
        assertThat(button.field()).isEqualTo(BrandingForm.ON_PRIMARY);
        assertThat(button.better()).isNotNull();
        assertThat(button.better().contrast(button.ground())).isGreaterThanOrEqualTo(4.5);
        var taken = form("#1f5fbf").with(button.field(), button.better().hex());
        assertThat(pair(BrandPairs.of(taken, "#1f5fbf"), "button").isGood()).isTrue();
    }

    @Test
    void aDarkGroundIsFlaggedForTheTextThatIsOnIt() {
        var pairs = BrandPairs.of(form("#1f5fbf").with(BrandingForm.GROUND, "#303030"), "#1f5fbf");

        assertThat(pair(pairs, "text").level()).isEqualTo(Level.POOR);
        assertThat(pair(pairs, "text").better().contrast(new Colour("#1b2430"))).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void whatTheBrandLeavesOpenIsRead() {
        for (var primary : List.of("#ffd500", "#000000", "#ffffff", "#7a1f4b", "#00ff00"))
            assertThat(BrandPairs.of(form(primary), primary)).as(primary).allMatch(Pair::isGood);
    }

    @Test
    void backdropAndCircularsAreToldOnceTheyHaveColours() {
        assertThat(BrandPairs.of(form("#1f5fbf"), "#1f5fbf"))
                .extracting(Pair::key)
                .doesNotContain("backdrop", "circular");

        var pairs = BrandPairs.of(
                form("#1f5fbf")
                        .with(BrandingForm.BACKDROP, "#8b0000")
                        .with(BrandingForm.CIRCULAR, "#ffd500")
                        .with(BrandingForm.CIRCULAR_INK, "#ffe680"),
                "#1f5fbf");

        assertThat(pair(pairs, "backdrop").level()).isEqualTo(Level.AAA);
        assertThat(pair(pairs, "circular").level()).isEqualTo(Level.POOR);
    }

    private static Pair pair(List<Pair> pairs, String key) {
        return pairs.stream().filter(pair -> pair.key().equals(key)).findFirst().orElseThrow();
    }

    private static BrandingForm form(String primary) {
        return new BrandingForm("Robots", "en", primary, null, null, null, null, null, null, null);
    }
}
