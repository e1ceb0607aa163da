package org.plenary.identity.farewell;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.identity.profile.Self;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.PlatformHost;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody gets a copy of all that is held of them. */
@Controller
@PlatformHost
@Public
class AccountDataPages {
    private final Self self;
    private final AccountCopies copies;
    private final FarewellSettings settings;

    AccountDataPages(Self self, AccountCopies copies, FarewellSettings settings) {
        this.self = self;
        this.copies = copies;
        this.settings = settings;
    }

    @GetMapping("/account/data")
    ModelAndView show(@Nullable Authentication authentication) {
        var me = self.require(authentication);
        return new ModelAndView("identity/account-data")
                .addObject("account", me.account())
                .addObject("copy", copies.find(me.id()).orElse(null))
                .addObject("days", settings.copyKept().toDays())
                .addObject("zone", ZoneId.of("UTC"));
    }

    @PostMapping("/account/data")
    String ask(@Nullable Authentication authentication, Locale locale) {
        copies.ask(self.require(authentication).id(), locale);
        return "redirect:/account/data";
    }

    @GetMapping("/account/data/copy")
    ResponseEntity<byte[]> download(@Nullable Authentication authentication) {
        var me = self.require(authentication);
        var content = copies.content(me.id()).orElseThrow(() -> new Problem.NotFound("The copy"));
        copies.downloaded(me.id());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-data.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}
