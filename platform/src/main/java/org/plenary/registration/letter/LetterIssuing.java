package org.plenary.registration.letter;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.Form;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.registration.delegate.DelegateRow;
import org.plenary.registration.delegate.KnownDelegates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues letters: one of each kind for a delegate, and another when what it says has changed. */
@Component
class LetterIssuing {
    private static final int CODE_LENGTH = 16;

    private final LetterRows letters;
    private final KnownDelegates delegates;
    private final Forms forms;
    private final Clock clock;

    LetterIssuing(LetterRows letters, KnownDelegates delegates, Forms forms, Clock clock) {
        this.letters = letters;
        this.delegates = delegates;
        this.forms = forms;
        this.clock = clock;
    }

    /** @param passport what an invitation says of the holder; empty for a certificate, which says less */
    record Holder(DelegateRow delegate, String name, Optional<Passport> passport) {
        String fingerprint() {
            return Secrets.hash(name + passport.map(Passport::toString).orElse(""));
        }
    }

    /** The kinds that a delegate can have now by their own asking: none that staff took back. */
    @Transactional(readOnly = true)
    public List<Kind> offered(ConferenceView conference, UUID delegate) {
        var revoked = letters.revoked(delegate);
        return possible(conference, delegate).stream()
                .filter(kind -> !revoked.contains(kind))
                .toList();
    }

    /** The kinds for which all is there that they say. */
    List<Kind> possible(ConferenceView conference, UUID delegate) {
        var row = delegates.find(conference.id(), delegate);
        return Arrays.stream(Kind.values())
                .filter(kind -> holder(conference, row, kind).isPresent())
                .toList();
    }

    /** @throws Problem.Conflict {@code no_letter} when the delegate cannot have it, or not yet */
    @Transactional
    public Letter issue(ConferenceView conference, UUID delegate, Kind kind) {
        if (letters.revoked(delegate).contains(kind)) throw none();
        return issueByStaff(conference, delegate, kind);
    }

    /** As {@link #issue}, and again after one was taken back. */
    @Transactional
    public Letter issueByStaff(ConferenceView conference, UUID delegate, Kind kind) {
        var holder = holder(conference, delegates.find(conference.id(), delegate), kind)
                .orElseThrow(LetterIssuing::none);
        letters.lockSeries(conference.id(), kind);
        var former = letters.current(delegate, kind);
        if (former.filter(letter -> !letter.isRevoked() && letter.fingerprint().equals(holder.fingerprint()))
                .isPresent()) return former.get();
        var now = clock.instant();
        former.ifPresent(letter -> letters.replace(letter.id(), now));
        var letter = new Letter(
                Ids.next(),
                conference.id(),
                delegate,
                kind,
                kind.number(conference.slug().toUpperCase(Locale.ROOT), letters.next(conference.id(), kind)),
                Ids.reference(CODE_LENGTH),
                holder.name(),
                holder.fingerprint(),
                now,
                false,
                false,
                true);
        letters.insert(letter);
        return letter;
    }

    static Problem.Conflict none() {
        return new Problem.Conflict("no_letter", "There is no such letter for this person now.");
    }

    /** What a letter says today; empty when it is not what it said when it was issued. */
    @Transactional(readOnly = true)
    public Optional<Holder> holder(ConferenceView conference, Letter letter) {
        return holder(conference, delegates.find(conference.id(), letter.delegate()), letter.kind())
                .filter(holder -> holder.fingerprint().equals(letter.fingerprint()));
    }

    /** What a letter would say now; empty when there is none to be had. */
    Optional<Holder> holder(ConferenceView conference, UUID delegate, Kind kind) {
        return holder(conference, delegates.find(conference.id(), delegate), kind);
    }

    /** What invitations of these people would say now, by person; without those who cannot have one. */
    Map<UUID, Holder> invitations(ConferenceView conference, Collection<UUID> people) {
        var found = new HashMap<UUID, Holder>();
        var versions = new HashMap<Integer, Optional<Form>>();
        for (var row : delegates.find(conference.id(), people)) {
            var form = versions.computeIfAbsent(
                    row.formVersion(), version -> forms.version(Purpose.REGISTRATION, conference.id(), version));
            if (row.status().equals("confirmed"))
                form.flatMap(version -> Passport.of(version.definition(), row.answers()))
                        .ifPresent(passport ->
                                found.put(row.id(), new Holder(row, passport.name(), Optional.of(passport))));
        }
        return found;
    }

    /** Whether a letter that says this stands already. */
    boolean isIssued(UUID delegate, Holder holder) {
        return letters.current(delegate, Kind.INVITATION)
                .filter(letter -> letter.isValid() && letter.fingerprint().equals(holder.fingerprint()))
                .isPresent();
    }

    private Optional<Holder> holder(ConferenceView conference, DelegateRow row, Kind kind) {
        if (!row.status().equals("confirmed")) return Optional.empty();
        return switch (kind) {
            case INVITATION ->
                passport(conference, row).map(passport -> new Holder(row, passport.name(), Optional.of(passport)));
            case CERTIFICATE ->
                row.checkedInAt() == null
                        ? Optional.empty()
                        : Optional.of(new Holder(row, row.name(), Optional.empty()));
        };
    }

    private Optional<Passport> passport(ConferenceView conference, DelegateRow row) {
        return forms.version(Purpose.REGISTRATION, conference.id(), row.formVersion())
                .flatMap(form -> Passport.of(form.definition(), row.answers()));
    }
}
