package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Headless Chromium. Each visitor has its own cookies; what their consoles complain about is kept. */
final class Browsing implements AutoCloseable {
    /** Long enough for a machine that is busy with other work; a page that never comes still ends the test. */
    private static final double PATIENCE = 60_000;

    /**
     * What those rules look at beside the words, on one host and so in one brand. A page that is built as one that was checked, in
     * another language or with other data, is not checked again: that takes most of a picture's time.
     */
    private static final String STRUCTURE = """
            [...document.querySelectorAll("*")].map(e => e.tagName + [...e.attributes]
                .map(a => /^(class|type|role|hidden|disabled|style|open|aria-(?!label).*)$/.test(a.name) ? a.name + a.value : a.name)
                .join()).join()
                .split("").reduce((hash, c) => (hash * 31 + c.charCodeAt(0)) | 0, 0) + location.host""";

    private static final String STICKING_OUT = """
            width => [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 0.5)
                .map(e => e.cloneNode().outerHTML)""";

    private static final Set<String> STRUCTURES = ConcurrentHashMap.newKeySet();

    /**
     * One process for all journeys of a thread, which ends with the run: to start another takes longer than many of their pages, and
     * Playwright is for one thread.
     */
    private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(() -> Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            // organizations' own domains
                            "--host-resolver-rules=MAP *.example.org 127.0.0.1"))));

    private final List<BrowserContext> visitors = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private int expected;

    Screen desktop(String language) {
        return visitor(1280, 900, language);
    }

    Screen phone(String language) {
        return visitor(390, 844, language);
    }

    /** An answer of a server that is as it should be, such as 503 of a site that is closed. */
    void expects(int status) {
        expected = status;
    }

    void assertQuiet() {
        assertThat(complaints)
                .as("errors in the browser's console, and what keeps people from using a page")
                .isEmpty();
    }

    private Screen visitor(int width, int height, String language) {
        var context = BROWSER.get()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        // what still moves is missed by a click
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale(language));
        visitors.add(context);
        context.setDefaultTimeout(PATIENCE);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            // A refused form answers 4xx on purpose, and the browser says so.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource"))
                complaints.add(page.url() + " " + message.text());
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        page.onResponse(response -> {
            if (response.status() >= 500 && response.status() != expected)
                complaints.add(response.status() + " " + response.url());
        });
        return new Screen(page, width, complaints);
    }

    @Override
    public void close() {
        visitors.forEach(BrowserContext::close);
    }

    /** What one visitor sees, and the few things people do with it. */
    record Screen(Page page, int width, List<String> complaints) {
        Screen open(String address) {
            page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
            return this;
        }

        /** Types or chooses, by the names of the fields. */
        Screen fill(String... namesAndValues) {
            for (var i = 0; i < namesAndValues.length; i += 2) {
                var field = page.locator("[name='" + namesAndValues[i] + "']").first();
                if ("SELECT".equals(field.evaluate("e => e.tagName"))) field.selectOption(namesAndValues[i + 1]);
                else field.fill(namesAndValues[i + 1]);
            }
            return this;
        }

        /** What stands in a field. */
        String value(String name) {
            return page.locator("[name='" + name + "']").inputValue();
        }

        Screen check(String name, String value) {
            page.locator("input[name='" + name + "'][value='" + value + "']").check();
            return this;
        }

        Screen press(String selector) {
            page.locator(selector).first().click();
            return this;
        }

        /** Sends the form that has a bar, and waits for the answer. */
        Screen submit() {
            return goBy(".form-bar button[type=submit]");
        }

        /** Presses something that leads to another page. */
        Screen goBy(String selector) {
            page.waitForNavigation(() -> page.locator(selector).first().click());
            return this;
        }

        /** Chooses what leads to another page at once; only when all of that is there does it do so again. */
        Screen goByChoosing(String name, String value) {
            page.waitForNavigation(
                    () -> page.locator("select[name='" + name + "']").selectOption(value));
            return this;
        }

        /** What is there instead is told when it is not seen in time. */
        Screen sees(String text) {
            try {
                page.getByText(text).locator("visible=true").first().waitFor();
            } catch (TimeoutError e) {
                throw new AssertionError("no '" + text + "' at " + page.url() + ": " + page.innerText("body"), e);
            }
            return this;
        }

        Screen arrivesAt(String pattern) {
            page.waitForURL(pattern);
            return this;
        }

        /** A picture for people, and a check that nothing sticks out of the page and everybody can use it. */
        Screen shoot(String name) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(() -> "width of " + name + ", where this sticks out: " + page.evaluate(STICKING_OUT, width))
                    .isLessThanOrEqualTo(width);
            assertThat((Integer) page.evaluate("document.querySelectorAll('main').length"))
                    .as("main parts of %s; a mail has none", name)
                    .isLessThanOrEqualTo(1);
            if (!STRUCTURES.add(width + ":" + page.evaluate(STRUCTURE))) return this;
            Barriers.of(page).forEach(barrier -> complaints.add(name + ": " + barrier));
            return this;
        }
    }
}
