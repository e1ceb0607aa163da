package org.plenary.registration.delegate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.ImportColumn;
import org.plenary.kernel.web.ImportProblem;
import org.plenary.kernel.web.PageErrors;
import org.plenary.registration.delegate.ImportTargets.Target;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Draws what the columns of a file are taken for, and what is wrong with its rows. */
@Component
class DelegateImportPage {
    private static final int MOST_SHOWN = 200;

    private final ImportGround ground;
    private final ImportTargets targets;
    private final PageErrors errors;
    private final MessageSource messages;

    DelegateImportPage(ImportGround ground, ImportTargets targets, PageErrors errors, MessageSource messages) {
        this.ground = ground;
        this.targets = targets;
        this.errors = errors;
        this.messages = messages;
    }

    ImportMapping guess(ConferenceView conference, TableFile file, Locale locale) {
        return ImportTargets.guess(file, targets(conference, locale));
    }

    /** @param checked null while the rows were not tried; @param problem with the mapping or with writing, null for none */
    ModelAndView draw(
            ConferenceView conference,
            DelegateJob job,
            TableFile file,
            ImportMapping mapping,
            ImportChecking.@Nullable Checked checked,
            @Nullable Problem problem,
            Locale locale) {
        var offered = targets(conference, locale);
        var view = new ModelAndView("registration/delegate-import-mapping");
        view.addObject("slug", conference.slug());
        view.addObject("job", job.id());
        view.addObject("rowCount", file.rows().size());
        view.addObject("mapping", mapping);
        view.addObject("columns", ImportColumn.of(file, mapping.targets()));
        view.addObject(
                "targets",
                offered.stream()
                        .map(target -> new Choice(target.key(), target.label()))
                        .toList());
        view.addObject(
                "files",
                ground.form(conference)
                        .definition()
                        .fields()
                        .filter(field -> field.type().isFile())
                        .map(field -> field.label().in(locale))
                        .toList());
        view.addObject(
                "fees",
                ground.fees(conference).stream()
                        .map(fee -> new Choice(fee.key(), fee.name().in(locale)))
                        .toList());
        view.addObject("countries", Choice.countries(locale));
        view.addObject(
                "settledChoices",
                ImportMapping.SETTLED.stream()
                        .map(each -> new Choice(each, settled(each, locale)))
                        .toList());
        view.addObject("tried", checked != null);
        if (checked != null) addChecked(view, checked, offered, locale);
        if (problem != null) {
            view.addObject("fieldErrors", errors.of(problem, locale));
            view.setStatus(
                    problem instanceof Problem.InvalidInput ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
        }
        return view;
    }

    private List<Target> targets(ConferenceView conference, Locale locale) {
        return targets.of(ground.form(conference).definition(), locale);
    }

    private void addChecked(ModelAndView view, ImportChecking.Checked checked, List<Target> offered, Locale locale) {
        var labels = offered.stream().collect(Collectors.toMap(Target::key, Target::label));
        view.addObject("good", checked.good().size());
        view.addObject("badRows", checked.badRows());
        view.addObject("more", Math.max(0, checked.bad().size() - MOST_SHOWN));
        view.addObject(
                "bad",
                checked.bad().stream()
                        .limit(MOST_SHOWN)
                        .map(each -> cell(each, labels, locale))
                        .toList());
    }

    private ImportProblem cell(ImportChecking.Bad bad, Map<String, String> labels, Locale locale) {
        var column = bad.column().isEmpty() ? labels.getOrDefault(bad.target(), bad.target()) : bad.column();
        return new ImportProblem(bad.row(), column, bad.value(), errors.message(bad.violation(), locale));
    }

    private String settled(String key, Locale locale) {
        return messages.getMessage("registration.import.settled-" + key.replace('_', '-'), null, locale);
    }
}
