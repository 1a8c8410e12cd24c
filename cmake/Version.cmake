# The header version.h: version of the project, commit of the checkout and build type; written anew only when it changes.
set(version_folder "${CMAKE_BINARY_DIR}/generated")
add_custom_target(version_header
  COMMAND ${CMAKE_COMMAND} -DSOURCE=${CMAKE_SOURCE_DIR} -DOUT=${version_folder}/version.h -DVERSION=${PROJECT_VERSION}
    -DTYPE=${CMAKE_BUILD_TYPE} -P ${CMAKE_SOURCE_DIR}/cmake/WriteVersion.cmake
  BYPRODUCTS ${version_folder}/version.h)
add_library(version INTERFACE)
target_include_directories(version INTERFACE ${version_folder})
add_dependencies(version version_header)
