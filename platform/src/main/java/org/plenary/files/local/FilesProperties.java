package org.plenary.files.local;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files are kept.
 *
 * @param folder shared by all nodes of the application; each tenant has a folder of its own inside
 */
@ConfigurationProperties("plenary.files")
record FilesProperties(@DefaultValue(".data/files") Path folder) {}
