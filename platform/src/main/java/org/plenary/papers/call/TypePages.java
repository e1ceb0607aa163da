package org.plenary.papers.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.kernel.web.PostedRows;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The kinds of contributions that a call asks for, all on one page. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/call/types")
class TypePages {
    private static final PostedRows ROWS =
            new PostedRows("types", List.of("key", "name.en", "name.zh-CN", "maximum_pages"), 30);

    private final ConferenceApi conferences;
    private final Calling calling;
    private final CallWords words;
    private final PageErrors errors;

    TypePages(ConferenceApi conferences, Calling calling, CallWords words, PageErrors errors) {
        this.conferences = conferences;
        this.calling = calling;
        this.words = words;
        this.errors = errors;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView form(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        return page(found, filled(calling.require(found)), Map.of(), locale);
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        if (posted.has("update")) {
            ROWS.update(posted, posted.get("update"));
            return page(found, posted, Map.of(), locale);
        }
        var at = new ArrayList<Integer>();
        try {
            var types = read(posted, at);
            posted.throwIfWrong();
            calling.call(found, CallInput.of(calling.require(found).call()).withTypes(types), posted.ifMatch(), false);
        } catch (Problem.InvalidInput | Problem.Stale e) {
            var page = page(found, posted, onRows(errors.of(e, locale), at), locale);
            page.setStatus(e instanceof Problem.Stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        redirect.addFlashAttribute("flash", Flash.success(words.text("papers.type.saved", locale)));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/papers/call");
    }

    private static Posted filled(Calls.Versioned current) {
        var form = Posted.empty().set("version", current.version());
        var types = current.call().types();
        for (var i = 0; i < types.size(); i++) {
            var type = types.get(i);
            var row = ROWS.at(i);
            form.set(row + "key", type.key())
                    .set(row + "name", type.name())
                    .set(row + "file", type.file().code())
                    .set(row + "maximum_pages", type.maximumPages());
        }
        return form;
    }

    /** @param at gets the row of each type that is read: empty ones are none */
    private static List<CallInput.@Nullable TypeInput> read(Posted posted, List<Integer> at) {
        var keys = new ArrayList<String>();
        for (var i = 0; i < ROWS.filled(posted); i++) keys.add(posted.get(ROWS.at(i) + "key"));
        var types = new ArrayList<CallInput.@Nullable TypeInput>();
        for (var i = 0; i < ROWS.filled(posted); i++) {
            var row = ROWS.at(i);
            var name = posted.texts(row + "name");
            if (name.isBlank()) continue;
            var key = posted.text(row + "key");
            if (key == null) keys.add(key = CallKeys.fresh(posted.get(row + "name.en"), "type", keys));
            at.add(i);
            types.add(new CallInput.TypeInput(
                    key, name, need(posted.get(row + "file")), posted.integer(row + "maximum_pages")));
        }
        return types;
    }

    private static SubmissionType.@Nullable FileNeed need(String code) {
        return List.of(SubmissionType.FileNeed.values()).stream()
                .filter(need -> need.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** {@code types.1.name} of the call on {@code types.4.name.en} of the page. */
    private static Map<String, String> onRows(Map<String, String> errors, List<Integer> at) {
        var moved = new LinkedHashMap<String, String>();
        errors.forEach((path, message) -> {
            var parts = path.split("\\.", 3);
            var isOfType = parts.length == 3 && parts[0].equals("types");
            var field = isOfType ? ROWS.at(at.get(Integer.parseInt(parts[1]))) + parts[2] : path;
            moved.put(field.endsWith(".name") ? field + ".en" : field, message);
        });
        return moved;
    }

    private ModelAndView page(ConferenceView conference, Posted form, Map<String, String> said, Locale locale) {
        var page = new ModelAndView("papers/types")
                .addObject("slug", conference.slug())
                .addObject("form", form)
                .addObject("rows", ROWS.drawn(form))
                .addObject("files", words.files(locale));
        if (!said.isEmpty()) page.addObject("fieldErrors", said);
        return page;
    }
}
