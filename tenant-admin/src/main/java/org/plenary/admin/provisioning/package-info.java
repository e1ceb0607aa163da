@NullMarked
package org.plenary.admin.provisioning;

import org.jspecify.annotations.NullMarked;
