package org.plenary.lodging.sheet;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.ImportColumn;
import org.plenary.kernel.web.ImportProblem;
import org.plenary.kernel.web.PageErrors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which a table is chosen, its columns are named, and its rows are tried and written. */
@Component
class SheetScreen {
    private static final int MOST_SHOWN = 200;

    private final BringingIn bringingIn;
    private final PageErrors errors;
    private final MessageSource messages;

    SheetScreen(BringingIn bringingIn, PageErrors errors, MessageSource messages) {
        this.bringingIn = bringingIn;
        this.errors = errors;
        this.messages = messages;
    }

    /** @param base address of its pages @param back where it leads back to */
    record Place(BringingIn.Subject subject, String base, String back) {}

    ModelAndView upload(Place place, Locale locale) {
        return page("lodging/sheet", place, locale);
    }

    ModelAndView keep(Place place, @Nullable MultipartFile file, Locale locale) throws IOException {
        try {
            if (file == null || file.isEmpty()) throw new Problem.InvalidInput("/file", "required", "Choose a file.");
            var id = bringingIn.keep(place.subject(), TableFile.of(file.getBytes()));
            return new ModelAndView("redirect:" + place.base() + "/" + id);
        } catch (Problem.InvalidInput e) {
            return with(upload(place, locale), e, locale);
        }
    }

    ModelAndView mapping(Place place, UUID id, Locale locale) {
        var file = bringingIn.file(place.subject(), id);
        var guess = SheetMapping.guess(file, place.subject().kind().targets(), messages);
        return draw(place, id, file, guess, null, locale);
    }

    ModelAndView confirm(
            Place place,
            UUID id,
            MultiValueMap<String, String> parameters,
            Locale locale,
            RedirectAttributes redirect) {
        var file = bringingIn.file(place.subject(), id);
        var mapping = mapping(place, file, parameters);
        var step = parameters.getFirst("step");
        try {
            if (!"all".equals(step) && !"good".equals(step))
                return draw(place, id, file, mapping, bringingIn.tried(place.subject(), file, mapping), locale);
            var made = bringingIn.write(place.subject(), id, mapping, "all".equals(step));
            var done = messages.getMessage(
                    "lodging.sheet.done-" + place.subject().kind().name(), new Object[] {made}, locale);
            redirect.addFlashAttribute("flash", Flash.success(done));
            return new ModelAndView("redirect:" + place.back());
        } catch (Problem.InvalidInput e) {
            return with(draw(place, id, file, mapping, null, locale), e, locale);
        } catch (Problem.Conflict e) {
            var tried = bringingIn.tried(place.subject(), file, mapping);
            return with(draw(place, id, file, mapping, tried, locale), e, locale);
        }
    }

    private static SheetMapping mapping(Place place, TableFile file, MultiValueMap<String, String> parameters) {
        var offered = place.subject().kind().targets();
        return new SheetMapping(
                IntStream.range(0, file.header().size())
                        .mapToObj(i -> parameters.getFirst("column." + i))
                        .map(target -> target == null || !offered.contains(target) ? "" : target)
                        .toList(),
                "true".equals(parameters.getFirst("mails")));
    }

    private ModelAndView draw(
            Place place,
            UUID id,
            TableFile file,
            SheetMapping mapping,
            BringingIn.@Nullable Checked checked,
            Locale locale) {
        var kind = place.subject().kind();
        var view = page("lodging/sheet-mapping", place, locale)
                .addObject("file", id)
                .addObject("rowCount", file.rows().size())
                .addObject("columns", ImportColumn.of(file, mapping.targets()))
                .addObject(
                        "targets",
                        kind.targets().stream()
                                .map(target -> new Choice(target, column(target, locale)))
                                .toList())
                .addObject("canMail", kind.canMail())
                .addObject("mails", mapping.mails())
                .addObject("tried", checked != null);
        if (checked == null) return view;
        var cells = checked.badCells();
        return view.addObject("good", checked.good().size())
                .addObject("badRows", checked.bad().size())
                .addObject("more", Math.max(0, cells.size() - MOST_SHOWN))
                .addObject(
                        "bad",
                        cells.stream()
                                .limit(MOST_SHOWN)
                                .map(cell -> bad(cell, file, mapping, locale))
                                .toList());
    }

    private ModelAndView page(String template, Place place, Locale locale) {
        var kind = place.subject().kind();
        return new ModelAndView(template)
                .addObject("slug", place.subject().conference().slug())
                .addObject("kind", kind.name())
                .addObject("base", place.base())
                .addObject("back", place.back())
                .addObject(
                        "needed",
                        kind.needed().stream()
                                .map(target -> column(target, locale))
                                .collect(Collectors.joining(", ")));
    }

    private ModelAndView with(ModelAndView view, Problem problem, Locale locale) {
        view.addObject("fieldErrors", errors.of(problem, locale));
        view.setStatus(
                problem instanceof Problem.InvalidInput ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
        return view;
    }

    private ImportProblem bad(SheetRow.BadCell cell, TableFile file, SheetMapping mapping, Locale locale) {
        var at = mapping.targets().indexOf(cell.target());
        var name = at < 0 ? column(cell.target(), locale) : file.header().get(at);
        return new ImportProblem(cell.row(), name, cell.value(), errors.message(cell.violation(), locale));
    }

    private String column(String target, Locale locale) {
        return messages.getMessage("lodging.sheet.column." + target, null, locale);
    }
}
