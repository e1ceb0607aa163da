package org.plenary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The demonstration conference of a learned society, made as the demonstration makes it, from the same files, with its papers. */
record DemoConference(String slug) {
    /** Makes it when it is not there yet. */
    static DemoConference in(Platform platform, Organizer organizer) throws Exception {
        var demo = Organizer.JSON.readTree(Files.readString(platform.settings().demo("robotics.json")));
        var conference = new DemoConference(demo.at("/conference/slug").asString());
        var there = organizer
                .database()
                .texts("select slug from " + organizer.schema() + ".conference where slug = ?", conference.slug());
        if (there.isEmpty()) conference.make(platform, organizer, demo);
        return conference;
    }

    String path() {
        return "/api/v1/conferences/" + slug;
    }

    private void make(Platform platform, Organizer organizer, JsonNode demo) throws Exception {
        post(organizer, "/api/v1/conferences", demo.get("conference"));
        organizer.send(200, organizer.signed("PUT", path() + "/registration-form", String.valueOf(demo.get("form"))));
        for (var fee : demo.get("fees")) post(organizer, path() + "/fees", fee);
        for (var hotel : demo.get("hotels")) post(organizer, path() + "/hotels", hotel);
        post(organizer, path() + "/call-for-papers", demo.get("call"));
        var papers =
                Files.readString(platform.settings().demo(demo.get("papers").asString()));
        var track = demo.get("track").asString();
        organizer.send(200, organizer.signed("POST", path() + "/submissions:import?track=" + track, papers));
        organizer.send(200, organizer.signed("PATCH", path(), "{\"status\": \"published\"}"));
        papersAreFound(organizer);
    }

    private static void post(Organizer organizer, String path, JsonNode body) throws IOException {
        organizer.send(201, organizer.signed("POST", path, body.toString()));
    }

    private void papersAreFound(Organizer organizer) throws Exception {
        for (var i = 0; i < 600; i++) {
            var found = organizer.send(200, organizer.open("GET", path() + "/search/papers?q=robot", ""));
            if (found.at("/total").asInt() > 0) return;
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("no papers are found");
    }
}
