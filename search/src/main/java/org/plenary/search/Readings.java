package org.plenary.search;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * How Chinese names and words are written in Latin letters (pinyin without tones), and hyphenated ones as one word, for
 * those who type them so. All usual readings of a character count: to find one too many is better than not to find.
 */
final class Readings {
    private static final int LONGEST_NAME = 4;
    private static final int LONGEST_WORD = 3;
    private static final int MOST_ALTERNATIVES = 12;
    private static final int MOST_CHARACTERS = 200;
    private static final int MOST = 1_000;

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern BLANKS_IN_HAN = Pattern.compile("(?<=\\p{IsHan})[\\s·・]+(?=\\p{IsHan})");
    private static final Pattern HYPHENATED = Pattern.compile("[\\p{L}\\p{N}]+(?:['’‐-][\\p{L}\\p{N}]+)+");
    private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0304\\u030c]");

    /** Characters with more than one usual reading in names and in words of the field. */
    private static final Map<Integer, List<String>> MORE = more(
            "万 mo", "乐 yue", "乘 sheng", "会 kuai", "传 zhuan", "单 shan", "卜 bu", "区 ou", "参 shen", "宿 xiu", "尉 yu",
            "弹 tan", "晟 sheng", "曾 zeng", "朝 zhao", "朴 piao", "柏 bo", "校 jiao", "率 shuai", "盖 ge", "盛 cheng", "省 xing",
            "系 ji", "缪 miao", "翟 zhai", "茜 xi", "藏 zang", "行 hang", "覃 qin", "角 jue", "解 xie", "调 tiao", "还 huan",
            "重 chong", "长 chang", "长 zhang", "降 xiang", "隗 kui", "都 du");

    private static final Map<Integer, String> USUAL = new ConcurrentHashMap<>();

    /** Made when the first Chinese character is to be read: their rules take a second and some megabytes. */
    private static final class Rules {
        static final Transliterator WORDS = Transliterator.getInstance("Han-Latin");
        static final Transliterator NAMES = Transliterator.getInstance("Han-Latin/Names");
    }

    private Readings() {}

    static List<String> of(Map<String, List<String>> fields) {
        var readings = new LinkedHashSet<String>();
        for (var field : TextFields.READ)
            for (var value : fields.getOrDefault(field, List.of())) add(readings, field, value);
        return readings.stream().limit(MOST).toList();
    }

    private static void add(Set<String> readings, String field, String value) {
        var hyphenated = HYPHENATED.matcher(value);
        while (hyphenated.find()) readings.add(hyphenated.group().replaceAll("['’‐-]", ""));
        var closed = BLANKS_IN_HAN.matcher(value).replaceAll("");
        var isShort = closed.codePointCount(0, closed.length()) <= LONGEST_NAME;
        var han = HAN.matcher(closed);
        while (han.find()) {
            var characters = han.group().codePoints().limit(MOST_CHARACTERS).toArray();
            if (characters.length <= LONGEST_NAME && (field.equals("names") || field.equals("title") && isShort))
                addName(readings, characters, field.equals("title"));
            else addWords(readings, characters);
        }
    }

    /** Each run of its syllables, and the name turned: whoever has one character or two as a family name. */
    private static void addName(Set<String> readings, int[] name, boolean hasInitials) {
        var text = new String(name, 0, name.length);
        var asNames = Rules.NAMES.transliterate(text).split("\\s+");
        var syllables = new ArrayList<Set<String>>();
        for (var i = 0; i < name.length; i++) {
            var each = syllables(name[i]);
            if (asNames.length == name.length) each.addAll(spellings(asNames[i]));
            syllables.add(each);
        }
        for (var from = 0; from < name.length; from++)
            for (var to = from + 1; to <= name.length; to++) readings.addAll(joined(syllables.subList(from, to)));
        for (var family = 1; family < name.length; family++) {
            var turned = new ArrayList<>(syllables.subList(family, name.length));
            turned.addAll(syllables.subList(0, family));
            readings.addAll(joined(turned));
        }
        if (hasInitials)
            readings.addAll(joined(syllables.stream()
                    .map(each -> Set.of(each.iterator().next().substring(0, 1)))
                    .toList()));
    }

    /** Words are of two or three characters; where they begin is not known here. */
    private static void addWords(Set<String> readings, int[] text) {
        var syllables = new ArrayList<Set<String>>();
        for (var character : text) syllables.add(syllables(character));
        for (var from = 0; from < text.length - 1; from++)
            for (var to = from + 2; to <= Math.min(text.length, from + LONGEST_WORD); to++)
                readings.addAll(joined(syllables.subList(from, to)));
    }

    private static List<String> joined(List<Set<String>> syllables) {
        var joined = List.of("");
        for (var each : syllables)
            joined = joined.stream()
                    .flatMap(before -> each.stream().map(syllable -> before + syllable))
                    .limit(MOST_ALTERNATIVES)
                    .toList();
        return joined;
    }

    private static Set<String> syllables(int character) {
        var syllables = new LinkedHashSet<>(
                spellings(USUAL.computeIfAbsent(character, c -> Rules.WORDS.transliterate(Character.toString(c)))));
        syllables.addAll(MORE.getOrDefault(character, List.of()));
        return syllables;
    }

    /** Without tones; ü is typed as u and v, and yu is how passports have it. */
    private static List<String> spellings(String syllable) {
        var plain = Normalizer.normalize(
                TONES.matcher(Normalizer.normalize(syllable.strip(), Normalizer.Form.NFD))
                        .replaceAll(""),
                Normalizer.Form.NFC);
        if (!plain.contains("ü")) return List.of(plain);
        return List.of(plain.replace('ü', 'u'), plain.replace('ü', 'v'), plain.replace("ü", "yu"));
    }

    private static Map<Integer, List<String>> more(String... readings) {
        var more = new HashMap<Integer, List<String>>();
        for (var reading : readings)
            more.computeIfAbsent(reading.codePointAt(0), _ -> new ArrayList<>()).add(reading.substring(2));
        return more;
    }
}
