package org.plenary.kernel.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the templates and texts of every module from the sources and finds what is not translated. */
final class PageTexts {
    /** Comments, and the style sheets that documents (not pages) carry inside. */
    private static final Pattern UNSEEN = Pattern.compile("<!--.*?-->|<style.*?</style>", Pattern.DOTALL);

    /** What a tag's attributes hold: expressions may contain the sign that ends a tag. */
    private static final Pattern ATTRIBUTE_VALUE = Pattern.compile("=\"[^\"]*\"");

    private static final Pattern ELEMENT_TEXT = Pattern.compile(">([^<]*)<");
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\s(?:title|alt|placeholder|aria-label)=\"([^\"]*)\"");
    private static final Pattern KEY = Pattern.compile("(?:#\\{|messages\\.msg\\(')([a-zA-Z][\\w.-]*)");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern SINGLE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");
    private static final String CHINESE = "_zh_CN.properties";

    private final Path root;

    private PageTexts(Path root) {
        this.root = root;
    }

    /** @param start a folder inside the repository */
    static PageTexts ofRepository(Path start) {
        var at = start.toAbsolutePath();
        while (at.getParent() != null && !Files.isDirectory(at.resolve("deploy/app"))) at = at.getParent();
        return new PageTexts(at);
    }

    /** Text in a template that does not come from a message key, as {@code file: text}. */
    List<String> literals() {
        var found = new ArrayList<String>();
        for (var template : files("/src/main/resources/templates/", ".html")) {
            var html = UNSEEN.matcher(read(template)).replaceAll("");
            var bare = ATTRIBUTE_VALUE.matcher(html).replaceAll("");
            Stream.concat(
                            ELEMENT_TEXT.matcher(bare).results(),
                            SPOKEN_ATTRIBUTE.matcher(html).results())
                    .map(match -> match.group(1).strip())
                    .filter(text ->
                            LETTER.matcher(text.replaceAll("&\\w+;", "")).find())
                    .forEach(text -> found.add(root.relativize(template) + ": " + text));
        }
        return found;
    }

    /** Pages that say something on the element whose content alone a layout takes: it would be lost. */
    List<String> lost() {
        return files("/src/main/resources/templates/", ".html").stream()
                .filter(template -> read(template).contains("<main th:with"))
                .map(template -> root.relativize(template).toString())
                .toList();
    }

    /** Keys that a template uses and a language does not have, as {@code language file: key}. */
    List<String> missing() {
        var english = keys(false);
        var chinese = keys(true);
        var found = new ArrayList<String>();
        for (var template : files("/src/main/resources/templates/", ".html")) {
            var used = KEY.matcher(read(template)).results().map(match -> match.group(1));
            // a key that ends in a hyphen is the first half of one that is put together
            used.filter(key -> !key.endsWith("-")).distinct().forEach(key -> {
                if (!english.contains(key)) found.add("en " + root.relativize(template) + ": " + key);
                if (!chinese.contains(key)) found.add("zh-CN " + root.relativize(template) + ": " + key);
            });
        }
        return found;
    }

    /** Mails that lack their plain text or their subject: they would be found out only when one is sent. */
    List<String> incompleteMails() {
        var keys = keys(false);
        var found = new ArrayList<String>();
        for (var template : files("/src/main/resources/templates/mail/", ".html")) {
            var name = template.getFileName().toString().replace(".html", "");
            var business = template.getParent().getFileName().toString();
            // beside the businesses there is only the frame of all mails
            if (business.equals("mail")) continue;
            if (!Files.exists(template.resolveSibling(name + ".txt")))
                found.add(root.relativize(template) + " has no plain text");
            var subject = "mail." + business + "." + name + ".subject";
            if (!keys.contains(subject)) found.add(subject);
        }
        return found;
    }

    /** Keys that only one of the two files of a base name has. */
    List<String> unpaired() {
        var found = new ArrayList<String>();
        for (var english :
                messages().filter(file -> !file.toString().endsWith(CHINESE)).toList()) {
            var chinese =
                    english.resolveSibling(english.getFileName().toString().replace(".properties", CHINESE));
            var own = load(english).stringPropertyNames();
            var other = Files.exists(chinese) ? load(chinese).stringPropertyNames() : Set.<String>of();
            own.stream()
                    .filter(key -> !other.contains(key))
                    .forEach(key -> found.add(root.relativize(chinese) + " lacks " + key));
            other.stream()
                    .filter(key -> !own.contains(key))
                    .forEach(key -> found.add(root.relativize(english) + " lacks " + key));
        }
        return found;
    }

    /** Keys that stand in more than one file: which of the texts is shown would be chance. */
    List<String> repeated() {
        var found = new ArrayList<String>();
        for (var chinese : List.of(false, true)) {
            var known = new TreeMap<String, Path>();
            messages()
                    .filter(file -> file.toString().endsWith(CHINESE) == chinese)
                    .sorted()
                    .forEach(file -> keysOf(file).forEach(key -> {
                        var first = known.putIfAbsent(key, file);
                        if (first != null)
                            found.add(key + " in " + root.relativize(first) + " and " + root.relativize(file));
                    }));
        }
        return found;
    }

    /** With those that stand in the file twice, of which reading it as a whole shows one. */
    private static List<String> keysOf(Path file) {
        var keys = new ArrayList<String>();
        var texts = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                keys.add(String.valueOf(key));
                return super.put(key, value);
            }
        };
        load(file, texts);
        return keys;
    }

    /** Texts with a straight apostrophe, which a text with arguments would swallow. */
    List<String> apostrophes() {
        var found = new ArrayList<String>();
        messages().forEach(file -> {
            var texts = load(file);
            texts.stringPropertyNames().stream()
                    .filter(key ->
                            SINGLE_APOSTROPHE.matcher(texts.getProperty(key)).find())
                    .forEach(key -> found.add(root.relativize(file) + ": " + key));
        });
        return found;
    }

    private Set<String> keys(boolean chinese) {
        var keys = new TreeSet<String>();
        messages()
                .filter(file -> file.toString().endsWith(CHINESE) == chinese)
                .forEach(file -> keys.addAll(load(file).stringPropertyNames()));
        return keys;
    }

    private Stream<Path> messages() {
        return files("/src/main/resources/messages/", ".properties").stream();
    }

    private List<Path> files(String folder, String ending) {
        var found = new ArrayList<Path>();
        for (var module : List.of("platform", "billing", "search", "tenant-admin", "deploy/app")) {
            var start = root.resolve(module + folder);
            if (!Files.isDirectory(start)) continue;
            try (var files = Files.walk(start)) {
                files.filter(file -> file.toString().endsWith(ending)).forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static Properties load(Path file) {
        var texts = new Properties();
        load(file, texts);
        return texts;
    }

    private static void load(Path file, Properties texts) {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
