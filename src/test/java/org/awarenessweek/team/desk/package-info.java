@NullMarked
package org.awarenessweek.team.desk;

import org.jspecify.annotations.NullMarked;
