package org.plenary.lodging.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.LocalizedText;
import org.plenary.tenancy.TenantHost;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/pick-up")
@Requires(Permission.CONFERENCE_READ)
class PickupApi {
    private final ConferenceApi conferences;
    private final PickupReport reports;

    PickupApi(ConferenceApi conferences, PickupReport reports) {
        this.conferences = conferences;
        this.reports = reports;
    }

    /** @param earlier slug of the last edition; null when none was chosen */
    record View(
            LocalDate day,
            int daysLeft,
            RoomCount total,
            @Nullable LocalDate peakNight,
            List<NightView> nights,
            List<HotelView> hotels,
            Pace.Forecast forecast,
            @Nullable String earlier,
            List<PaceView> pace) {}

    record NightView(LocalDate date, RoomCount rooms) {}

    record HotelView(
            UUID id,
            String key,
            LocalizedText name,
            RoomCount total,
            @Nullable LocalDate peakNight,
            List<NightView> nights,
            List<LineView> roomTypes,
            List<LineView> subBlocks,
            Attrition attrition) {}

    record LineView(String key, LocalizedText name, RoomCount total, List<NightView> nights) {}

    /** @param earlier room nights that the last edition had sold by then; null when that was not noted */
    record PaceView(int daysBefore, int sold, @Nullable Integer earlier) {}

    /** @param hotel key or id of one hotel; all of them without it */
    @GetMapping
    View report(@PathVariable String conference, @RequestParam(required = false) @Nullable String hotel) {
        var report = reports.of(conferences.bySlug(conference), hotel);
        var pace = report.pace();
        return new View(
                report.day(),
                report.daysLeft(),
                report.total(),
                report.peakNight(),
                nights(report.nights()),
                report.shown().stream().map(PickupApi::view).toList(),
                report.forecast(),
                report.earlier() == null ? null : report.earlier().slug(),
                pace.sold().descendingMap().entrySet().stream()
                        .map(each -> new PaceView(each.getKey(), each.getValue(), pace.soldBefore(each.getKey())))
                        .toList());
    }

    private static HotelView view(HotelPickup pickup) {
        var hotel = pickup.hotel();
        var whole = pickup.whole();
        return new HotelView(
                hotel.id(),
                hotel.key(),
                hotel.name(),
                whole.total(),
                whole.peakNight(),
                nights(whole.nights()),
                pickup.roomTypes().stream().map(PickupApi::view).toList(),
                pickup.subBlocks().stream().map(PickupApi::view).toList(),
                pickup.attrition(whole.total().sold()));
    }

    private static LineView view(HotelPickup.Line line) {
        return new LineView(line.key(), line.name(), line.total(), nights(line.nights()));
    }

    private static List<NightView> nights(SortedMap<LocalDate, RoomCount> nights) {
        return nights.entrySet().stream().map(PickupApi::view).toList();
    }

    private static NightView view(Map.Entry<LocalDate, RoomCount> night) {
        return new NightView(night.getKey(), night.getValue());
    }
}
