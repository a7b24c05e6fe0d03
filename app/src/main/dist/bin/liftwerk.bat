@echo off
rem Starts Liftwerk: the window without arguments, else the command given.
rem Looks for Java 25 or newer in the runtime an installer brings, LIFTWERK_JAVA, JAVA_HOME, PATH and
rem the usual folders.
setlocal enabledelayedexpansion
for %%i in ("%~dp0..") do set "home=%%~fi"
set "java="
call :try "%home%\runtime"
call :try "%home%\..\runtime"
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
set "command=%~1"
if not defined command set "window=1"
for %%c in (open demo) do if /i "%command%"=="%%c" set "window=1"
if /i "%command:~-9%"==".liftwerk" set "window=1"

set always=-Xmx3g --sun-misc-unsafe-memory-access=allow "-Dliftwerk.dist=%home%" -Xlog:aot=off -Xlog:cds=off
set main=-cp "%home%\lib\liftwerk.jar" io.liftwerk.app.Main
set commands=--enable-native-access=ALL-UNNAMED
set toolkit=--enable-native-access=ALL-UNNAMED,javafx.graphics
rem by the profiles in its record the JVM would compile a lot at once, while the window is being made;
rem its second compiler waits ten times as long as it would, for the same reason
set quick=-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining
set quick=%quick% -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000
set quick=%quick% -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000
if exist "%home%\lib\javafx" (
  set toolkit="--module-path=%home%\lib\javafx" --add-modules=javafx.controls %toolkit%
) else (
  set commands=%toolkit%
)

rem 'rehearse' has the JVM record how the window starts, and how commands do
set "record=%home%\lib\liftwerk"
set "stamp=%home%\lib\liftwerk.aot.jdk"
if /i "%command%"=="rehearse" (
  del /q "%record%-window.aot" "%record%-commands.aot" "%stamp%" 2>nul
  "%java%\bin\java" %always% -Dliftwerk.exitWhenShown=true %LIFTWERK_OPTS% %toolkit% "-XX:AOTCacheOutput=%record%-window.aot" %main% open || exit /b 1
  "%java%\bin\java" %always% %LIFTWERK_OPTS% %commands% "-XX:AOTCacheOutput=%record%-commands.aot" %main% rehearse || exit /b 1
  copy /y "%java%\release" "%stamp%" >nul
  exit /b 0
)
rem what was recorded holds for one JDK and for the very files it saw
set "start="
if defined window (set "face=window") else (set "face=commands")
if exist "%record%-%face%.aot" fc /b "%java%\release" "%stamp%" >nul 2>nul && set start="-XX:AOTCache=%record%-%face%.aot"
if defined window (
  "%java%\bin\java" %always% %quick% %LIFTWERK_OPTS% %toolkit% %start% %main% %*
) else (
  "%java%\bin\java" %always% -XX:+UseSerialGC %LIFTWERK_OPTS% %commands% %start% %main% %*
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
