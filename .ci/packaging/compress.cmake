# Debian keeps manual pages and the history of changes compressed. Without name and time, so that the same files give the same bytes.
set(share ${CPACK_TEMPORARY_DIRECTORY}/usr/share)
file(RENAME ${share}/doc/loa/CHANGELOG.md ${share}/doc/loa/changelog)
file(GLOB_RECURSE texts ${share}/man/*.1)
execute_process(COMMAND gzip -9n ${texts} ${share}/doc/loa/changelog COMMAND_ERROR_IS_FATAL ANY)
