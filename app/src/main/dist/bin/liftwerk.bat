@echo off
rem Starts Liftwerk: the window without arguments, else the command given.
rem Looks for Java 25 or newer in runtime\, LIFTWERK_JAVA, JAVA_HOME, PATH and the usual folders.
setlocal enabledelayedexpansion
for %%i in ("%~dp0..") do set "home=%%~fi"
set "java="
call :try "%home%\runtime"
if defined LIFTWERK_JAVA call :try "%LIFTWERK_JAVA%"
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%p in ('where java 2^>nul') do for %%d in ("%%~dpp..") do call :try "%%~fd"
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks") do (
  if exist %%r for /d %%d in ("%%~r\*") do call :try "%%~fd"
)
if not defined java (
  echo Liftwerk needs Java 25 or newer and found none: install a JDK 25, or set LIFTWERK_JAVA to its folder. 1>&2
  exit /b 1
)
set "window="
if "%~1"=="" set "window=1"
if /i "%~1"=="open" set "window=1"
if /i "%~1"=="demo" set "window=1"
if defined window (
  "%java%\bin\java" -Xmx3g --sun-misc-unsafe-memory-access=allow "-Dliftwerk.dist=%home%" %LIFTWERK_OPTS% "--module-path=%home%\lib\javafx" --add-modules=javafx.controls --enable-native-access=ALL-UNNAMED,javafx.graphics -cp "%home%\lib\*" io.liftwerk.app.Main %*
) else (
  "%java%\bin\java" -Xmx3g --sun-misc-unsafe-memory-access=allow "-Dliftwerk.dist=%home%" -XX:+UseSerialGC %LIFTWERK_OPTS% --enable-native-access=ALL-UNNAMED -cp "%home%\lib\*" io.liftwerk.app.Main %*
)
exit /b %errorlevel%

:try
if defined java exit /b
set "candidate=%~1"
if not exist "%candidate%\bin\java.exe" exit /b
if not exist "%candidate%\release" exit /b
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%candidate%\release"') do (
  set "major=%%~v"
  set "major=!major:"=!"
  if !major! geq 25 set "java=%candidate%"
)
exit /b
