package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What keeps people from using a page, as axe-core finds it. It is asked in the page itself: axe's own builder opens a second page
 * to join what it found in frames, which takes three times as long, and no page of ours has frames.
 */
final class Barriers {
    /** The rules of WCAG 2.1 AA that a program can check. */
    private static final List<String> ACCESSIBLE = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private static final String AXE = AxeBuilder.getAxeScript();

    private static final String FIND = """
            tags => axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]})
                .then(found => found.violations.map(rule =>
                    rule.id + " at " + rule.nodes.slice(0, 3).map(node => node.html).join(" ")))""";

    private Barriers() {}

    static List<?> of(Page page) {
        assertThat(page.frames()).as("a frame would not be looked into").hasSize(1);
        page.evaluate(AXE);
        return (List<?>) page.evaluate(FIND, ACCESSIBLE);
    }
}
