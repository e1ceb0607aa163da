package org.plenary.bench;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** How long a new organization waits for its place, from a schema made ahead and from the script. */
final class ProvisioningTenants implements Scenario {
    static final int TIMES = 20;

    private static final Pattern SCHEMA = Pattern.compile("provisioned schema=\\S+ origin=(\\w+) ms=(\\d+)");
    private static final Pattern WHOLE = Pattern.compile("tenant provisioned slug=p\\S+ origin=(\\w+) ms=(\\d+)");

    @Override
    public String name() {
        return "provisioning";
    }

    @Override
    public int seconds(Settings settings) {
        return 60 + 60 * settings.rounds();
    }

    @Override
    public void measure(Platform platform, Report report) throws Exception {
        report.title("Provisioning a tenant (milliseconds, %d of each, signed up over HTTP one after the other)"
                .formatted(TIMES));
        platform.application();
        var database = platform.database();
        for (var i = 0; i < 1_200 && spares(database) < TIMES; i++) TimeUnit.MILLISECONDS.sleep(50);
        var before = platform.application().log().length();
        var signUp = new SignUp(platform);
        for (var i = 0; i < TIMES; i++) signUp.complete("p%03d".formatted(i));
        database.execute("delete from control.spare_schema");
        for (var i = 0; i < TIMES; i++) signUp.complete("p%03d".formatted(TIMES + i));
        var log = platform.application().log().substring(before);
        report.columns("From", "Its schema", "All steps");
        report.row("a spare", times(SCHEMA, log, "SPARE"), times(WHOLE, log, "SPARE"));
        report.row("the prepared script", times(SCHEMA, log, "SCRIPT"), times(WHOLE, log, "SCRIPT"));
        new SignUpsAtOnce(platform).measure(report);
    }

    private static int spares(Database database) throws Exception {
        return Integer.parseInt(
                database.texts("select count(*) from control.spare_schema").getFirst());
    }

    private static String times(Pattern pattern, String log, String origin) {
        var times = pattern.matcher(log)
                .results()
                .filter(found -> found.group(1).equals(origin))
                .mapToDouble(found -> Double.parseDouble(found.group(2)))
                .toArray();
        return times.length == 0 ? "none" : Measured.spread(times) + ", " + times.length + " times";
    }
}
