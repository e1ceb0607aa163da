package org.plenary.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Whatever somebody writes is drawn, and runs nothing. */
class MarkdownFuzzTests {
    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"");

    /** An empty comment parts what a template could take for its own. */
    private static final Pattern OTHER_ELEMENT = Pattern.compile("<(?!!-- -->"
            + "|/?(?:p|br|hr|strong|em|code|pre|blockquote|ul|ol|li|h[1-6]|table|thead|tbody|tr|th|td|a|img)[ />])");

    private static final Pattern HANDLER = Pattern.compile("<[^>]*\\s(?:on\\w+|style)\\s*=", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_SCHEME =
            Pattern.compile("(?:href|src)=\"\\s*(?!https?:|mailto:|tel:)[^\"/?#&]*:", Pattern.CASE_INSENSITIVE);

    @FuzzTest(maxDuration = "60s")
    void anyTextIsDrawnAndRunsNothing(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        var html = PageMarkdown.html(text);

        var withoutValues = VALUE.matcher(html).replaceAll("\"\"");
        assertThat(OTHER_ELEMENT.matcher(withoutValues).find()).as(html).isFalse();
        assertThat(HANDLER.matcher(withoutValues).find()).as(html).isFalse();
        assertThat(OTHER_SCHEME.matcher(html).find()).as(html).isFalse();
        assertThat(PageMarkdown.summary(text)).hasSizeLessThanOrEqualTo(200);
        assertThat(PageMarkdown.words(text)).isNotNegative();
    }
}
