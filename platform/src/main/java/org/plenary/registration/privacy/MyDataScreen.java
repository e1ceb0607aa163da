package org.plenary.registration.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Locale;
import java.util.UUID;
import org.plenary.files.FileStore;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Prepares the pages of somebody's own data. */
@Component
class MyDataScreen {
    private static final int MOST_LOOKS = 50;
    private static final MonthDay LAST_OF_YEAR = MonthDay.of(12, 31);

    private final OwnData data;
    private final Copying copying;
    private final Wishes wishes;
    private final Words words;
    private final Clock clock;

    MyDataScreen(OwnData data, Copying copying, Wishes wishes, Words words, Clock clock) {
        this.data = data;
        this.copying = copying;
        this.wishes = wishes;
        this.words = words;
        this.clock = clock;
    }

    /** Copies, made at once or by a job. */
    @Component("privacyCopying")
    record Copying(DataCopies copies, DataArchive archive, FileStore files, PrivacySettings settings) {}

    /** Wishes to be forgotten, and what stands in their way. */
    @Component("privacyWishes")
    record Wishes(Erasures erasures, AskingErasure.Hindrances hindrances) {}

    /** Messages of the pages. */
    @Component("privacyWords")
    record Words(PageErrors errors, MessageSource messages) {
        Flash success(String key, Locale locale) {
            return Flash.success(messages.getMessage(key, null, locale));
        }

        String first(Problem problem, Locale locale) {
            return errors.of(problem, locale).values().iterator().next();
        }
    }

    ModelAndView page(String template, MyDataPages.At at, Locale locale) {
        var subject = at.subject();
        var people = data.people(subject, locale);
        var hindrance = wishes.hindrances().of(at.conference(), subject).orElse(null);
        return new ModelAndView(template)
                .addObject("slug", at.conference().slug())
                .addObject("name", at.conference().name().in(locale))
                .addObject("zone", at.conference().timeZone())
                .addObject("code", at.order().code())
                .addObject("secret", at.secret())
                .addObject("subject", subject)
                .addObject("people", people)
                .addObject(
                        "consented",
                        people.stream().anyMatch(each -> !each.consents().isEmpty()))
                .addObject("looks", data.looks(subject, MOST_LOOKS))
                .addObject("copy", copying.copies().of(subject.order()).orElse(null))
                .addObject("erasure", wishes.erasures().ofOrder(subject.order()).orElse(null))
                .addObject(
                        "hindrance",
                        hindrance == null ? null : words.first(new Problem.Conflict(hindrance, hindrance), locale))
                .addObject("mayWithdraw", "still_registered".equals(hindrance))
                .addObject("keptUntil", keptUntil());
    }

    /** Books are kept for whole years, from the end of this one at the latest. */
    private LocalDate keptUntil() {
        var tenant = Tenancy.require();
        var today = LocalDate.ofInstant(clock.instant(), tenant.timeZone());
        return LAST_OF_YEAR.atYear(today.getYear() + copying.settings().booksKeptYears(tenant.country()));
    }

    boolean isLarge(MyDataPages.At at, Locale locale) {
        return copying.archive().size(at.subject(), locale) > copying.settings().copyAtOnce();
    }

    Flash started(MyDataPages.At at, Locale locale) {
        copying.copies().start(at.subject());
        return words.success("registration.privacy.copy-started", locale);
    }

    void write(MyDataPages.At at, Locale locale, OutputStream out) throws IOException {
        copying.archive().write(at.conference(), at.subject(), locale, out);
    }

    /** @throws Problem.NotFound when it is another's, is not ready, or is gone */
    InputStream content(MyDataPages.At at, UUID id) {
        var file = copying.copies()
                .find(id)
                .filter(copy -> copy.order().equals(at.subject().order()))
                .map(DataCopies.Copy::file)
                .orElseThrow(() -> new Problem.NotFound("This copy"));
        return copying.files().open(file);
    }

    Flash asked(Locale locale) {
        return words.success("registration.erasure.asked", locale);
    }

    Flash failure(Problem problem, Locale locale) {
        return Flash.failure(words.first(problem, locale));
    }
}
