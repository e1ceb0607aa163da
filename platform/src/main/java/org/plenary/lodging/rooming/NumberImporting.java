package org.plenary.lodging.rooming;

import java.util.Map;
import java.util.UUID;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the numbers of a hotel's file, once somebody has seen what is wrong with it. Another file puts right what was wrong. */
@Component
class NumberImporting {
    private final NumberImports files;
    private final HotelStays stays;
    private final HotelNumbers numbers;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    NumberImporting(
            NumberImports files,
            HotelStays stays,
            HotelNumbers numbers,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.files = files;
        this.stays = stays;
        this.numbers = numbers;
        this.audit = audit;
        this.events = events;
    }

    UUID keep(HotelDesk desk, TableFile file) {
        return files.keep(desk.hotel().id(), file);
    }

    /** @throws Problem.NotFound when it was taken, or has been lying about for a week */
    TableFile file(HotelDesk desk, UUID id) {
        return files.file(desk.hotel().id(), id).orElseThrow(() -> new Problem.NotFound("This file"));
    }

    /** What would be taken and what is wrong, nothing written. */
    NumberChecking.Checked tried(HotelDesk desk, TableFile file, NumberMapping mapping) {
        return NumberChecking.check(file, mapping, stays.all(desk.hotel()));
    }

    /**
     * @param together whether all rows must be good
     * @param tells whether guests get their number by mail
     * @return how many stays got another number
     */
    @Transactional
    public int take(HotelDesk desk, UUID id, NumberMapping mapping, boolean together, boolean tells) {
        var checked = tried(desk, file(desk, id), mapping);
        if (together && !checked.bad().isEmpty())
            throw new Problem.Conflict("rows_changed", "Some rows are not good any more; nothing was written.");
        if (!files.close(id, checked.good()))
            throw new Problem.Conflict("import_started", "This file is being imported already.");
        numbers.write(desk.hotel().id(), checked.good());
        audit.record(
                "hotel-numbers.imported",
                desk.hotel().key(),
                Map.of(
                        "conference", desk.conference().slug(),
                        "stays", checked.good().size(),
                        "left_out", checked.bad().size()));
        if (tells && !checked.good().isEmpty())
            events.publishEvent(new NumbersTaken(
                    Tenancy.require().id(), desk.conference().id(), desk.hotel().id(), id));
        return checked.good().size();
    }
}
