package org.plenary.papers.likeness;

import java.util.regex.Pattern;

/** Takes the list of references out of a text: papers of one field name the same works, and in the same words. */
final class References {
    private static final Pattern LIST = Pattern.compile(
            "(?im)^[ \\t]*(?:\\d{1,2}\\.?[ \\t]+|[IVX]{1,5}\\.[ \\t]+)?(?:references(?: cited| and notes)?|bibliography|works cited|literature cited|参考文献|參考文獻)[ \\t]*[:：]?[ \\t]*$");
    private static final Pattern NEXT = Pattern.compile(
            "(?im)^[ \\t]*(?:[A-Z]\\.?[ \\t]+)?(?:appendix|appendices|supplementary (?:material|materials)|supplemental material|附录|附錄)(?:[ \\t]+[^\\n]{0,80})?$");

    private References() {}

    /** What stands before the list, and what follows it from an appendix on. A list without its heading on a line stays. */
    static String without(String text) {
        var heading = LIST.matcher(text);
        var from = -1;
        while (heading.find()) if (heading.start() > text.length() / 4) from = heading.start();
        if (from < 0) return text;
        var next = NEXT.matcher(text);
        return text.substring(0, from) + (next.find(from) ? "\n" + text.substring(next.start()) : "");
    }
}
