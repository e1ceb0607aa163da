package org.plenary.conference.setup;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Conferences extends Repository<Conference, UUID> {
    Optional<Conference> findBySlug(String slug);

    boolean existsBySlug(String slug);

    long count();

    Conference saveAndFlush(Conference conference);
}
