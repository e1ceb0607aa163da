package org.plenary.site.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Draws what organizers wrote in Markdown. HTML in it is shown as the text that it is, and whatever the drawing brings forth is let
 * through only if it is on a list of what is harmless: two walls, for one may have a hole.
 */
final class PageMarkdown {
    /** Before the address of a heading, so that none is called like a part of the page around it. */
    private static final String HEADING = "s-";

    /** Deeper nesting is drawn as text; without a limit a small text takes a long time. */
    private static final int DEEPEST = 40;

    private static final Pattern ELSEWHERE = Pattern.compile("(?i)\\s*(?:[a-z][a-z0-9+.-]*:)?//.*", Pattern.DOTALL);
    private static final Pattern OUR_IMAGE =
            Pattern.compile("/pages/files/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern HEADING_ID = Pattern.compile(HEADING + "[\\p{L}\\p{M}\\p{N}_-]{0,200}");

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(
                    TablesExtension.create(),
                    HeadingAnchorExtension.builder().idPrefix(HEADING).build()))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br />\n")
            .attributeProviderFactory(_ -> PageMarkdown::add)
            .build();

    private static final PolicyFactory HARMLESS = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li")
            .allowElements("h2", "h3", "h4", "h5", "h6")
            // the page's own title is the first heading
            .allowElements((_, _) -> "h2", "h1")
            .allowElements("table", "thead", "tbody", "tr", "th", "td")
            .allowElements("a", "img")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .allowAttributes("href")
            .matching(Pattern.compile("\\S.*"))
            .onElements("a")
            .allowAttributes("title")
            .onElements("a")
            .allowAttributes("rel")
            .matching(false, "noopener")
            .onElements("a")
            .allowAttributes("src")
            .matching(OUR_IMAGE)
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("img")
            .allowAttributes("loading")
            .matching(false, "lazy")
            .onElements("img")
            .allowAttributes("id")
            .matching(HEADING_ID)
            .onElements("h1", "h2", "h3", "h4", "h5", "h6")
            .allowAttributes("align")
            .matching(false, "left", "center", "right")
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .toFactory();

    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .build();

    private static final int SUMMARY = 200;

    private PageMarkdown() {}

    /** Safe to be put into a page as it is. */
    static String html(String markdown) {
        return HARMLESS.sanitize(RENDERER.render(PARSER.parse(markdown)));
    }

    /** The beginning of the text, without any marks. */
    static String summary(String markdown) {
        var plain = PLAIN.render(PARSER.parse(markdown)).replaceAll("\\s+", " ").strip();
        return plain.length() <= SUMMARY ? plain : plain.substring(0, SUMMARY - 1) + "…";
    }

    /** Words, each character of Chinese and Japanese counting as one. */
    static int words(String markdown) {
        var count = 0;
        var inside = false;
        for (var at = 0; at < markdown.length(); ) {
            var sign = markdown.codePointAt(at);
            at += Character.charCount(sign);
            if (Character.isIdeographic(sign) || Character.UnicodeScript.of(sign) == Character.UnicodeScript.HIRAGANA) {
                count++;
                inside = false;
            } else if (Character.isLetterOrDigit(sign)) {
                if (!inside) count++;
                inside = true;
            } else if (sign != '\'' && sign != '’' && sign != '-') {
                inside = false;
            }
        }
        return count;
    }

    private static void add(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link link
                && ELSEWHERE.matcher(link.getDestination()).matches()) attributes.put("rel", "noopener");
        if (node instanceof Image && tag.toLowerCase(Locale.ROOT).equals("img")) attributes.put("loading", "lazy");
    }
}
