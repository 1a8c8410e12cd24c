# Build type, warnings, hardening and sanitizers, for every target of the project.
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug or Release" FORCE)
endif()
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

set(SJSZ_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them: address,undefined or thread")
option(SJSZ_WERROR "Warnings are errors" OFF)
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT SJSZ_SANITIZE)
  set(static_default ON)
else()
  set(static_default OFF)
endif()
option(SJSZ_STATIC "Link sjsz static-pie, so that it needs no library at all" ${static_default})

add_library(build_flags INTERFACE)
target_compile_options(build_flags INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Wpedantic;-Wshadow;-Wconversion;-Wno-sign-conversion;-Wno-missing-field-initializers>
  $<$<AND:$<BOOL:${SJSZ_WERROR}>,$<COMPILE_LANGUAGE:CXX>>:-Werror>
  $<$<AND:$<CXX_COMPILER_ID:Clang>,$<COMPILE_LANGUAGE:CXX>>:-Wthread-safety>)
target_compile_definitions(build_flags INTERFACE _GLIBCXX_ASSERTIONS)

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -ftree-vectorize")
set(CMAKE_C_FLAGS_RELEASE "-O2")
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT SJSZ_SANITIZE)
  add_compile_options(-D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection -fcf-protection)
  add_link_options(-Wl,-z,relro,-z,now,-z,noexecstack -s)
endif()
if(SJSZ_SANITIZE)
  add_compile_options(-fsanitize=${SJSZ_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g -O1)
  add_link_options(-fsanitize=${SJSZ_SANITIZE})
endif()

find_program(CCACHE ccache)
if(CCACHE)
  # Without these ccache never hits where headers are precompiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_ctime,include_file_mtime ${CCACHE})
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
find_program(MOLD mold)
if(MOLD AND NOT SJSZ_STATIC AND NOT SJSZ_SANITIZE)
  add_link_options(-fuse-ld=mold)
endif()
