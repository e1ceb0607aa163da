package org.plenary.lodging.rooming;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.ImportColumn;
import org.plenary.kernel.web.ImportProblem;
import org.plenary.kernel.web.PageErrors;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.lodging.contact.HotelNav;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Draws what the columns of a hotel's file are taken for, and what is wrong with its rows. */
@Component
class NumberImportPage {
    private static final int MOST_SHOWN = 200;

    private final NumberImporting importing;
    private final HotelWords words;
    private final MessageSource messages;
    private final PageErrors errors;

    NumberImportPage(NumberImporting importing, HotelWords words, MessageSource messages, PageErrors errors) {
        this.importing = importing;
        this.words = words;
        this.messages = messages;
        this.errors = errors;
    }

    ModelAndView upload(HotelDesk desk, Locale locale) {
        return HotelNav.page("lodging/number-import", desk, "number-import", locale);
    }

    ModelAndView guess(HotelDesk desk, UUID id, Locale locale) {
        var file = importing.file(desk, id);
        return draw(desk, id, file, NumberMapping.guess(file, messages), null, false, locale);
    }

    /** Tries the mapping. @param problem that taking it met; null for none */
    ModelAndView tried(
            HotelDesk desk, UUID id, NumberMapping mapping, boolean tells, @Nullable Problem problem, Locale locale) {
        var file = importing.file(desk, id);
        try {
            var checked = importing.tried(desk, file, mapping);
            var view = draw(desk, id, file, mapping, checked, tells, locale);
            return problem == null ? view : with(view, problem, HttpStatus.CONFLICT, locale);
        } catch (Problem.InvalidInput e) {
            var view = draw(desk, id, file, mapping, null, tells, locale);
            return with(view, e, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
    }

    ModelAndView with(ModelAndView view, Problem problem, HttpStatus status, Locale locale) {
        view.addObject("fieldErrors", errors.of(problem, locale)).setStatus(status);
        return view;
    }

    private ModelAndView draw(
            HotelDesk desk,
            UUID id,
            TableFile file,
            NumberMapping mapping,
            NumberChecking.@Nullable Checked checked,
            boolean tells,
            Locale locale) {
        var view = HotelNav.page("lodging/number-import-mapping", desk, "number-import", locale)
                .addObject("file", id)
                .addObject("rowCount", file.rows().size())
                .addObject("columns", ImportColumn.of(file, mapping.targets()))
                .addObject(
                        "targets",
                        NumberMapping.TARGETS.stream()
                                .map(target -> new Choice(target, words.text("column." + target, locale)))
                                .toList())
                .addObject("tells", tells)
                .addObject("tried", checked != null);
        if (checked == null) return view;
        return view.addObject("good", checked.good().size())
                .addObject("unchanged", checked.unchanged())
                .addObject("badRows", checked.bad().size())
                .addObject("more", Math.max(0, checked.bad().size() - MOST_SHOWN))
                .addObject(
                        "bad",
                        checked.bad().stream()
                                .limit(MOST_SHOWN)
                                .map(each -> row(each, locale))
                                .toList());
    }

    private ImportProblem row(NumberChecking.Bad bad, Locale locale) {
        return new ImportProblem(
                bad.row(),
                words.text("column." + bad.target(), locale),
                bad.value(),
                errors.message(bad.violation(), locale));
    }
}
