package org.plenary.conference.approval;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a compliance rule can say, and the members with which it says it. */
public enum RuleKind {
    /** Which conferences count as international. */
    CONFERENCE_KIND(
            Member.word("conference_kind", "multilateral", "bilateral", "project_working"),
            Member.number("countries_at_least", 1, 200).optional()),
    /** What makes a conference a major one. */
    MAJOR_REASON(
            Member.text("reason"),
            Member.word(
                    "when",
                    "un_session",
                    "important_organization_session",
                    "sensitive_question",
                    "size",
                    "minister_or_former_head",
                    "state_leader",
                    "npc_cppcc_court_leader"),
            Member.word("field", "general", "natural_science").optional(),
            Member.number("foreign_at_least", 1, 100_000).optional(),
            Member.number("total_at_least", 1, 100_000).optional()),
    /** At which part of a threshold somebody is warned. */
    EARLY_WARNING(Member.number("percent", 1, 100)),
    /** When conferences are forecast to the authority, by the months in which they begin. */
    FORECAST_WINDOW(
            Member.number("call_month", 1, 12),
            Member.word("year", "same", "previous"),
            Member.numbers("start_months", 1, 12)),
    FORECAST_EXEMPTION(Member.number("foreign_at_most", 0, 100_000), Member.flag("inclusive")),
    FORECAST_DEADLINE(Member.word("conference_class", "general", "major"), Member.number("months_before_start", 0, 60)),
    LEAD_TIME(
            Member.word("conference_class", "general", "major"),
            Member.number("months", 0, 60),
            Member.word("before", "external_commitment", "start")),
    APPLICATION_FIELD(
            Member.text("field_key"),
            Member.word("group", "conference", "bodies", "size", "content", "contact", "foreign_delegates"),
            Member.flag("required")),
    APPROVAL_STEP(
            Member.text("step"),
            Member.number("order", 1, 100),
            Member.text("by"),
            Member.text("returns_to").optional()),
    /** Who has to agree side by side. */
    JOINT_REVIEW(Member.texts("departments"), Member.text("then_by")),
    RESTRICTED_WORD(Member.text("word_zh"), Member.text("word_en")),
    /** What its title says must be done; until then something else is not. */
    OBLIGATION(Member.word("blocks", "publishing", "submission", "invitation", "spending", "closing", "nothing"));

    private final List<Member> members;

    RuleKind(Member... members) {
        this.members = List.of(members);
    }

    List<Member> members() {
        return members;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RuleKind> of(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }

    enum Type {
        WORD,
        TEXT,
        NUMBER,
        FLAG,
        TEXTS,
        NUMBERS
    }

    /** @param words the only ones there are; @param least of a number; @param most of a number */
    record Member(String name, Type type, boolean required, Set<String> words, int least, int most) {
        static Member word(String name, String... words) {
            return new Member(name, Type.WORD, true, Set.of(words), 0, 0);
        }

        static Member text(String name) {
            return new Member(name, Type.TEXT, true, Set.of(), 0, 0);
        }

        static Member texts(String name) {
            return new Member(name, Type.TEXTS, true, Set.of(), 0, 0);
        }

        static Member number(String name, int least, int most) {
            return new Member(name, Type.NUMBER, true, Set.of(), least, most);
        }

        static Member numbers(String name, int least, int most) {
            return new Member(name, Type.NUMBERS, true, Set.of(), least, most);
        }

        static Member flag(String name) {
            return new Member(name, Type.FLAG, true, Set.of(), 0, 0);
        }

        Member optional() {
            return new Member(name, type, false, words, least, most);
        }
    }
}
