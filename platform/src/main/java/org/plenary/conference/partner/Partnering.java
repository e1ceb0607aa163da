package org.plenary.conference.partner;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.partner.Partner.Attached;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.PartnerPeople;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Brings partner organizations into a conference, and ends that. */
@Component
class Partnering {
    private final Partners partners;
    private final PartnerPeople people;
    private final FileStore files;
    private final AuditTrail audit;
    private final Clock clock;

    Partnering(Partners partners, PartnerPeople people, FileStore files, AuditTrail audit, Clock clock) {
        this.partners = partners;
        this.people = people;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** The day by which partners end, as all roles do. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Tenancy.require().timeZone());
    }

    @Transactional(readOnly = true)
    public List<Partner> of(ConferenceView conference) {
        return partners.of(conference.id());
    }

    Partner require(ConferenceView conference, UUID id) {
        return partners.find(conference.id(), id).orElseThrow(Partnering::none);
    }

    @Transactional
    public UUID create(ConferenceView conference, PartnerForm form, @Nullable MultipartFile file) throws IOException {
        var details = form.checked(today());
        var id = partners.add(conference.id(), details, keep(file, null));
        audit.record("partner.created", id.toString(), about(conference, details));
        return id;
    }

    @Transactional
    public void change(ConferenceView conference, UUID id, PartnerForm form, @Nullable MultipartFile file)
            throws IOException {
        var partner = lockOpen(conference, id);
        var details = form.checked(today());
        partners.change(id, details, keep(file, partner.file()));
        if (!details.endsOn().equals(partner.details().endsOn())) people.move(id, details.endsOn());
        audit.record("partner.changed", id.toString(), about(conference, details));
    }

    /** From the next request on none of its people may do anything by it. */
    @Transactional
    public void end(ConferenceView conference, UUID id) {
        var partner = lockOpen(conference, id);
        partners.end(id);
        people.dismissAll(id);
        audit.record("partner.ended", id.toString(), about(conference, partner.details()));
    }

    @Transactional
    public void invite(
            ConferenceView conference,
            UUID id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String role,
            Locale language) {
        var partner = lockOpen(conference, id);
        if (partner.isOver(today())) throw over();
        var engagement = new PartnerPeople.Engagement(
                id, conference.slug(), partner.details().endsOn());
        people.invite(engagement, name, email, role, language);
    }

    @Transactional
    public void dismiss(ConferenceView conference, UUID id, UUID someone) {
        require(conference, id);
        people.dismiss(id, someone);
        audit.record("partner.person-dismissed", id.toString(), Map.of("conference", conference.slug()));
    }

    /** One whose day is over can get another day; one that was ended stays so. */
    private Partner lockOpen(ConferenceView conference, UUID id) {
        var partner = partners.lock(conference.id(), id).orElseThrow(Partnering::none);
        if (partner.endedAt() != null) throw over();
        return partner;
    }

    private @Nullable Attached keep(@Nullable MultipartFile file, @Nullable Attached before) throws IOException {
        if (file == null || file.isEmpty()) return before;
        var kept = files.keep(FileRule.ATTACHMENT, "/file", file);
        return new Attached(kept.id(), kept.name());
    }

    private static Map<String, ?> about(ConferenceView conference, Partner.Details details) {
        return Map.of("conference", conference.slug(), "until", details.endsOn().toString());
    }

    private static Problem.Conflict over() {
        return new Problem.Conflict("partner_over", "The work of this partner is over.");
    }

    private static Problem.NotFound none() {
        return new Problem.NotFound("This partner");
    }
}
