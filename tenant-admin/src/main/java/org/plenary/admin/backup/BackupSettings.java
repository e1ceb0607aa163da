package org.plenary.admin.backup;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folder shared by all nodes, and best on another disk than the database; each tenant has a folder of its own inside
 * @param every how old the newest backup of a tenant may become before one is made
 * @param keep how long each is kept
 * @param keepMonthly how long the first of a month is kept
 * @param keepAfterErasure how long those of a tenant that was erased are kept at most
 * @param keepReplaced how long the data is kept that a restore has replaced
 * @param pause how long a site is closed before its data is exchanged: longer than other nodes remember a tenant and than what is
 *     under way takes
 * @param checkEvery how often it is looked for what is due
 */
@ConfigurationProperties("plenary.backups")
record BackupSettings(
        @DefaultValue(".data/backups") Path folder,
        @DefaultValue("24h") Duration every,
        @DefaultValue("14d") Duration keep,
        @DefaultValue("90d") Duration keepMonthly,
        @DefaultValue("30d") Duration keepAfterErasure,
        @DefaultValue("7d") Duration keepReplaced,
        @DefaultValue("8s") Duration pause,
        @DefaultValue("1m") Duration checkEvery) {}
