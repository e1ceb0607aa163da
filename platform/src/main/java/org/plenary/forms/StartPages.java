package org.plenary.forms;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where whole forms come from and go to: presets, the organization's templates, other conferences, files, older versions. */
class StartPages {
    private final Building building;
    private final Starting starting;
    private final FormTemplates templates;
    private final FormTransfer transfer;
    private final FormWords words;

    StartPages(Building building, Starting starting, FormTemplates templates, FormTransfer transfer, FormWords words) {
        this.building = building;
        this.starting = starting;
        this.templates = templates;
        this.transfer = transfer;
        this.words = words;
    }

    @GetMapping("/start")
    ModelAndView show(@PathVariable String conference, Locale locale) {
        return page(building.conference(conference), "", Map.of(), locale);
    }

    /** @param source {@code preset:academic}, {@code template:<id>}, {@code conference:<slug>} or {@code version:3} */
    @PostMapping("/start")
    ModelAndView start(
            @PathVariable String conference, @RequestParam String source, Locale locale, RedirectAttributes redirect) {
        var found = building.conference(conference);
        return use(found, "", () -> starting.find(building.purpose(), found, source), locale, redirect);
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@PathVariable String conference) {
        var form = building.form(building.conference(conference));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + conference + "-form-" + form.version() + ".json\"")
                .body(transfer.write(form.definition()).getBytes(StandardCharsets.UTF_8));
    }

    /** From a file, or from the text that is shown again when something in it is wrong. */
    @PostMapping("/import")
    ModelAndView read(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String json,
            Locale locale,
            RedirectAttributes redirect)
            throws java.io.IOException {
        var found = building.conference(conference);
        if (json.length() > FormTransfer.MOST_BYTES || (file != null && file.getSize() > FormTransfer.MOST_BYTES)) {
            var named = json.length() > FormTransfer.MOST_BYTES ? "json" : "file";
            return refused(found, "", building.errors(FormTransfer.tooLarge(named), locale), locale);
        }
        var text = file == null || file.isEmpty() ? json : new String(file.getBytes(), StandardCharsets.UTF_8);
        return use(found, text, () -> transfer.read(text), locale, redirect);
    }

    @PostMapping("/templates")
    ModelAndView keep(
            @PathVariable String conference, @RequestParam String name, Locale locale, RedirectAttributes redirect) {
        var found = building.conference(conference);
        try {
            templates.save(name, building.form(found).definition());
        } catch (Problem.InvalidInput e) {
            return refused(found, "", building.errors(e, locale), locale);
        }
        return back(found, "registration.start.kept", locale, redirect);
    }

    @GetMapping("/templates/{template}/deletion")
    ModelAndView question(@PathVariable String conference, @PathVariable UUID template) {
        var found = templates.all().stream()
                .filter(each -> each.id().equals(template))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This template"));
        return building.view("form-template-deletion", building.conference(conference))
                .addObject("template", found);
    }

    @PostMapping("/templates/{template}/deletion")
    ModelAndView drop(
            @PathVariable String conference, @PathVariable UUID template, Locale locale, RedirectAttributes redirect) {
        var found = building.conference(conference);
        templates.delete(template);
        return back(found, "registration.start.dropped", locale, redirect);
    }

    private interface Source {
        FormDefinition form();
    }

    private ModelAndView use(
            ConferenceView conference, String json, Source source, Locale locale, RedirectAttributes redirect) {
        try {
            var before = building.form(conference);
            var after = starting.use(building.purpose(), conference, source.form());
            return building.saved(conference, before, after, locale, redirect);
        } catch (Problem.InvalidInput e) {
            var pointed = new java.util.LinkedHashMap<String, String>();
            var all = new java.util.ArrayList<String>();
            e.violations().forEach(v -> {
                var said = building.errors(new Problem.InvalidInput(java.util.List.of(v)), locale);
                all.add(words.message(
                        "registration.start.at",
                        locale,
                        v.pointer().isEmpty() ? "/" : v.pointer(),
                        said.values().iterator().next()));
            });
            pointed.put("json", String.join("\n", all.subList(0, Math.min(20, all.size()))));
            return refused(conference, json, pointed, locale);
        }
    }

    private ModelAndView refused(ConferenceView conference, String json, Map<String, String> errors, Locale locale) {
        var view = page(conference, json, errors, locale);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView back(ConferenceView conference, String said, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(words.message(said, locale)));
        return building.redirect(conference, "/start");
    }

    private ModelAndView page(ConferenceView conference, String json, Map<String, String> errors, Locale locale) {
        var form = building.form(conference);
        var view = building.view("form-start", conference)
                .addObject("version", form.version())
                .addObject("isEmpty", form.definition().sections().isEmpty())
                .addObject("json", json)
                .addObject("presets", building.owner().presets())
                .addObject("templates", templates.all())
                .addObject("conferences", starting.others(building.purpose(), conference, locale));
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }
}
