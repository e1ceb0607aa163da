package org.plenary.conference.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.plenary.conference.approval.RulePack.State;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Posted;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Writing, publishing and withdrawing versions of rule packs, by operators. */
@Component
class MaintainingRules {
    private static final int TITLE = 200;
    private static final int LONGEST = 500_000;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Za-z0-9-]{1,39}");

    private final RulePackRows packs;
    private final AuditTrail audit;
    private final Callers callers;
    private final Json json;
    private final Clock clock;

    MaintainingRules(RulePackRows packs, AuditTrail audit, Callers callers, Json json, Clock clock) {
        this.packs = packs;
        this.audit = audit;
        this.callers = callers;
        this.json = json;
        this.clock = clock;
    }

    /** A draft of a pack's next version; @throws Problem.Conflict {@code draft_exists} while there is one */
    @Transactional
    public RulePack begin(Posted form) {
        var code = form.get("code").strip();
        var violations = new Violations();
        violations.check(CODE.matcher(code).matches(), "/code", "rule_code", "Letters, digits and hyphens.");
        var draft = checked(form, code, packs.nextVersion(code), violations);
        try {
            packs.insert(draft, form.get("rules"));
        } catch (DuplicateKeyException e) {
            throw new Problem.Conflict("draft_exists", "There is a draft of this pack already.");
        }
        record("rules.drafted", draft);
        return draft;
    }

    @Transactional
    public void change(RulePack pack, Posted form) {
        var draft = checked(form, pack.code(), pack.version(), new Violations());
        if (!packs.change(draft, form.get("rules"))) throw fixed();
        record("rules.changed", draft);
    }

    private RulePack checked(Posted form, String code, int version, Violations violations) {
        for (var tag : Posted.TAGS) violations.text("/title/" + tag, form.get("title." + tag), TITLE);
        var from = form.date("effective_from");
        violations.check(from != null, "/effective_from", "date", "A date is written 2027-05-14.");
        rules(form.get("rules"), violations);
        violations.throwIfAny();
        return new RulePack(
                code,
                version,
                form.texts("title"),
                from == null ? LocalDate.EPOCH : from,
                State.DRAFT,
                clock.instant(),
                callers.current().name(),
                null,
                null);
    }

    private void rules(String text, Violations violations) {
        if (text.isBlank() || text.length() > LONGEST) {
            violations.add("/rules", "rules_wrong", "No rules.", Map.of("found", text.isBlank() ? "–" : "500 000"));
            return;
        }
        try {
            var wrong = RuleSchema.check(json.read(text, JsonNode.class));
            if (!wrong.isEmpty())
                violations.add(
                        "/rules", "rules_wrong", "These are no rules.", Map.of("found", String.join(" · ", wrong)));
        } catch (JacksonException e) {
            var at = e.getLocation();
            var place = at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
            violations.add("/rules", "no_json", "This is no JSON.", Map.of("at", place));
        }
    }

    @Transactional
    public void publish(RulePack pack) {
        if (!packs.publish(pack.code(), pack.version(), callers.current().name())) throw fixed();
        record("rules.published", pack);
    }

    @Transactional
    public void withdraw(RulePack pack) {
        if (!packs.withdraw(pack.code(), pack.version()))
            throw new Problem.Conflict("wrong_status", "Only a published version is withdrawn.");
        record("rules.withdrawn", pack);
    }

    @Transactional
    public void discard(RulePack pack) {
        if (!packs.discard(pack.code(), pack.version())) throw fixed();
        record("rules.discarded", pack);
    }

    private static Problem.Conflict fixed() {
        return new Problem.Conflict("rules_fixed", "A version that was published is not changed any more.");
    }

    private void record(String action, RulePack pack) {
        audit.record(
                action,
                pack.code() + " " + pack.version(),
                Map.of("effective_from", pack.effectiveFrom().toString()));
    }
}
