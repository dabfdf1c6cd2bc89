# What `cmake --install` puts where, and the Debian package of it (`cpack -G DEB`). Both need the target loa alone.
include(GNUInstallDirs)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

# The program finds its themes from where it lies itself, so that the folder can be moved.
file(RELATIVE_PATH LOA_THEMES ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_DATADIR}/loa/themes)
set_source_files_properties(generator/base/installed.cpp PROPERTIES COMPILE_DEFINITIONS LOA_THEMES="${LOA_THEMES}")

# The program writes its own manual and completion, from the declarations of its options.
function(add_manual target)
  set(manual ${CMAKE_BINARY_DIR}/manual)
  add_custom_command(TARGET ${target} POST_BUILD COMMAND ${CMAKE_COMMAND} -E rm -rf ${manual}
                     COMMAND ${target} manual --output ${manual} VERBATIM)
  install(TARGETS ${target} RUNTIME)
  install(DIRECTORY ${manual}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR})
  install(DIRECTORY ${manual}/bash-completion ${manual}/zsh ${manual}/fish DESTINATION ${CMAKE_INSTALL_DATADIR})
endfunction()

install(DIRECTORY themes DESTINATION ${CMAKE_INSTALL_DATADIR}/loa)
install(FILES README.md CHANGELOG.md .ci/packaging/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
# Of libraries that become a part of the program: what their authors ask to be handed on.
foreach(library libjs-lunr libcli11-dev nlohmann-json3-dev)
  install(FILES /usr/share/doc/${library}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR}/libraries RENAME ${library} OPTIONAL)
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME loa)
set(CPACK_PACKAGE_CONTACT "loa maintainers <loa@example.org>")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/.ci/packaging/compress.cmake)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS libvips42)  # which is opened by name, so that no tool sees it
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "static site generator for public campaigns, in several languages
Makes a public information site from one folder of Markdown and YAML: every
word is checked before it is published, and what comes out are plain files
for any web server.

Làm trang thông tin nhiều thứ tiếng từ một thư mục Markdown và YAML: từng chữ
được kiểm tra trước khi đăng, và kết quả là tệp thường cho mọi máy chủ web.")
include(CPack)
