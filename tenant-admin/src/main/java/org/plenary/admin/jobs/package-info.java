@NullMarked
package org.plenary.admin.jobs;

import org.jspecify.annotations.NullMarked;
